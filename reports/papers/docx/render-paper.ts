/** Any paper as the bytes of a .docx; the same paper gives the same bytes. */
import type { FormPaper, Paper } from '../paper.ts'
import { renderDocx } from './render.ts'
import { renderForm } from './render-form.ts'

export const renderPaper = (paper: Paper | FormPaper): Promise<Uint8Array> => (isForm(paper) ? renderForm(paper) : renderDocx(paper))

const isForm = (paper: Paper | FormPaper): paper is FormPaper => paper.form === 'across' || paper.form === 'dense'
