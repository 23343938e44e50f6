import { Rejection } from '../../../extractors/formats/reading.ts'

/** The code with which an action is rejected; "none" when it goes through. Other errors are thrown on. */
export async function rejectionCode(action: () => unknown): Promise<string> {
  try {
    await action()
    return 'none'
  } catch (error) {
    if (error instanceof Rejection) return error.code
    throw error
  }
}
