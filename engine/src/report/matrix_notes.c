/* Around the table of `matrix`: totals, and what the marks mean. */

#include "report/matrix_internal.h"

/* What is best of a row: a whole mark, a part, a proposal, "every process", nothing; exempt ones apart. */
typedef enum best { BEST_WHOLE, BEST_PART, BEST_PROPOSED, BEST_EVERY, BEST_NONE, BEST_EXEMPT, BEST_COUNT } best;

static best best_of(const imsi_matrix_run *run, uint32_t row)
{
  size_t count;
  const imsi_mark *marks = imsi_matrix_marks(run, row, &count);
  best found = BEST_NONE;
  if (IMSI_AT(const imsi_matrix_row, &run->rows, row).exemption.index != IMS_NO_ENTRY)
    return BEST_EXEMPT;
  for (size_t i = 0; i < count; i++) {
    const imsi_mark_kind kind = marks[i].kind;
    const best one = kind == IMSI_MARK_EVERY          ? BEST_EVERY
                     : kind == IMSI_MARK_PROPOSED     ? BEST_PROPOSED
                     : kind >= IMSI_MARK_PROCESS_PART ? BEST_PART
                                                      : BEST_WHOLE;
    found = one < found ? one : found;
  }
  return found;
}

/* "QMS: 40 clauses that ask something. Marked 25, in part 5, only proposed 2, nothing 8." */
static void add_total(const imsi_matrix_run *run, uint32_t system, bool control, imsi_table *table)
{
  static const char *const words[BEST_COUNT] = { ". Marked ",        ", in part ", ", only proposed ",
                                                 ", every process ", ", none ",    ", exempt " };
  size_t counts[BEST_COUNT] = { 0 }, total = 0;
  imsi_strbuf text = { 0 };
  for (uint32_t row = 0; row < run->rows.count; row++) {
    const imsi_matrix_row *r = &IMSI_AT(const imsi_matrix_row, &run->rows, row);
    if (r->system != system || r->control != control)
      continue;
    counts[best_of(run, row)]++;
    total++;
  }
  if (!total)
    return;
  imsi_strbuf_text(&text, run->documents.held.systems[system].id);
  imsi_strbuf_text(&text, control ? ", controls: " : ": ");
  imsi_strbuf_number(&text, total);
  imsi_strbuf_text(&text, total == 1 ? " clause that asks something itself" : " clauses that ask something themselves");
  for (int i = 0; i < BEST_COUNT; i++) {
    if (i && !counts[i])
      continue;
    imsi_strbuf_text(&text, words[i]);
    imsi_strbuf_number(&text, counts[i]);
  }
  imsi_strbuf_text(&text, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_matrix_add_totals(const imsi_matrix_run *run, imsi_table *table)
{
  size_t systems;
  ims_register_systems(run->documents.held.given, &systems);
  for (uint32_t system = 0; system < systems; system++) {
    add_total(run, system, false, table);
    add_total(run, system, true, table);
  }
}

/* ---- notes ---- */

static void add_legend(const imsi_matrix_run *run, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  for (int kind = 0; kind < IMSI_MARK_COUNT; kind++) {
    const char letter = imsi_mark_letter((imsi_mark_kind)kind);
    const bool process = kind == IMSI_MARK_PROCESS || kind == IMSI_MARK_PROCESS_PART || kind == IMSI_MARK_EVERY;
    if (process && run->by != IMSI_BY_PROCESS)
      continue;
    imsi_strbuf_text(&text, text.size ? "; " : "");
    imsi_strbuf_bytes(&text, &letter, 1);
    imsi_strbuf_text(&text, ": ");
    imsi_strbuf_text(&text, imsi_mark_meaning((imsi_mark_kind)kind));
  }
  imsi_strbuf_text(&text, ".");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

static void add_process_notes(const imsi_matrix_run *run, imsi_table *table)
{
  imsi_table_note(table, "A process is marked by clauses that it names itself, by documents that it names, and by "
                         "documents that name it; with e where the standard is read to ask something of every "
                         "process, whether anything is registered or not.");
  imsi_table_note(table,
                  "one owner: somebody in one place answers for it, which the register has to name; the system: it "
                  "is asked of the management system as a whole and belongs to no process by itself. Which of "
                  "these a demand is, is own reading.");
  if (!run->strangers.size)
    return;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Named, and not in the register or not clear, so that nothing is marked: ");
  imsi_strbuf_text(&text, imsi_strbuf_string(&run->strangers));
  imsi_strbuf_text(&text, ".");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_matrix_add_notes(const imsi_matrix_run *run, imsi_table *table)
{
  add_legend(run, table);
  imsi_table_note(table,
                  "A claim on a clause is one on all that is in it. What is in part is a claim for a part, an item, "
                  "or a part of the scope, or does not reach all that the clause itself asks.");
  if (run->by == IMSI_BY_PROCESS)
    add_process_notes(run, table);
  imsi_table_note(table,
                  "Guidance is never marked, nor are claims of drafts and of what is obsolete. A mark says where to "
                  "look, not that the clause is met; no mark says that nothing is registered that counts, "
                  "which is no nonconformity.");
}
