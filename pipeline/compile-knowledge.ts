/** A step of the build: validates corpus/lexicon and the scheme and keeps them beside the program. */
import { keepCompiled } from './compiled-knowledge.ts'
import { loadKnowledge } from './knowledge.ts'

keepCompiled(loadKnowledge())
