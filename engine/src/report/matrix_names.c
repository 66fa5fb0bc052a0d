/* What marks are called, and which a row has. */

#include "report/matrix_internal.h"

char imsi_mark_letter(imsi_mark_kind kind)
{
  return "CDRUcdrupe"[kind];
}

const char *imsi_mark_meaning(imsi_mark_kind kind)
{
  static const char *const meanings[IMSI_MARK_COUNT] = {
    [IMSI_MARK_PROCESS] = "the process names the clause",
    [IMSI_MARK_DOCUMENT] = "a document is claimed for it",
    [IMSI_MARK_RECORD] = "a record is claimed for it",
    [IMSI_MARK_UNSAID] = "claimed for it; document or record is not said",
    [IMSI_MARK_PROCESS_PART] = "the process names a part of the clause",
    [IMSI_MARK_DOCUMENT_PART] = "a document is claimed for a part of it",
    [IMSI_MARK_RECORD_PART] = "a record is claimed for a part of it",
    [IMSI_MARK_UNSAID_PART] = "claimed for a part of it; document or record is not said",
    [IMSI_MARK_PROPOSED] = "proposed, not confirmed",
    [IMSI_MARK_EVERY] = "applies to every process",
  };
  return meanings[kind];
}

/* ---- looking up ---- */

/* The first mark that is not before a row and a subject. */
static size_t first_mark(const imsi_matrix_run *run, uint32_t row, uint32_t subject)
{
  size_t low = 0, high = run->marks.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const imsi_mark *mark = &IMSI_AT(const imsi_mark, &run->marks, middle);
    if (mark->row < row || (mark->row == row && mark->subject.index < subject))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const imsi_mark *imsi_matrix_marks(const imsi_matrix_run *run, uint32_t row, size_t *count)
{
  const size_t first = first_mark(run, row, 0);
  *count = first_mark(run, row + 1, 0) - first;
  return *count ? &IMSI_AT(const imsi_mark, &run->marks, first) : NULL;
}

const imsi_mark *imsi_matrix_marks_of(const imsi_matrix_run *run, uint32_t row, ims_entry subject, size_t *count)
{
  const size_t first = first_mark(run, row, subject.index);
  *count = first_mark(run, row, subject.index + 1) - first;
  return *count ? &IMSI_AT(const imsi_mark, &run->marks, first) : NULL;
}

void imsi_matrix_name_marks(const imsi_mark *marks, size_t count, imsi_strbuf *text)
{
  for (size_t i = 0; i < count; i++) {
    const char letter = imsi_mark_letter(marks[i].kind);
    if (!i || marks[i - 1].kind != marks[i].kind)
      imsi_strbuf_bytes(text, &letter, 1);
  }
}
