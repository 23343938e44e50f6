/** A step of the build: validates corpus/lexicon and the scheme, keeps them beside the program, and trains the classifier of paragraphs. */
import { keepCompiled } from './compiled-knowledge.ts'
import { keepGenreModel } from './genre-model.ts'
import { loadKnowledge } from './knowledge.ts'

const knowledge = loadKnowledge()
keepCompiled(knowledge)
await keepGenreModel(knowledge.lexicon, knowledge.lexiconHash)
