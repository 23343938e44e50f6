/**
 * `npm ci` installs from the lock file on any platform: every optional package that a locked package names is locked too. (npm leaves those of
 * other platforms out when it writes the lock under engine-strict; CONTRIBUTING.md says how to write it.)
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lock = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })) })

test('every optional package that a locked package names is locked', () => {
  const { packages } = lock.parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
  expect(named.length).toBeGreaterThan(10)
  const places = Object.keys(packages)
  expect(named.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual([])
})
