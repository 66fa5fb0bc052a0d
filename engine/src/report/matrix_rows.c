/* The clauses of a matrix, and the documents of processes. */

#include "base/try.h"
#include "base/utf8.h"
#include "report/matrix_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows ---- */

/* The line that takes a demand out; one that takes out some demands of a clause only does not take out the clause. */
static ims_status find_exemption(const imsi_matrix_run *run, const imsi_served *served, ims_entry *line)
{
  imsi_shown shown;
  IMS_TRY(imsi_evidence_show(run->documents.held.evidence, served->system, served->demand, &shown));
  const bool out = shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE;
  line->index = out ? shown.exemption.index : IMS_NO_ENTRY;
  return IMS_OK;
}

static ims_status add_demand(imsi_matrix_run *run, uint32_t index)
{
  const imsi_documents *d = &run->documents;
  const imsi_served *served = &IMSI_AT(const imsi_served, &d->serving.demands, index);
  const ims_node clause = ims_node_clause(d->held.model, served->demand);
  ims_entry line;
  IMS_TRY(find_exemption(run, served, &line));
  imsi_matrix_row *last = run->rows.count ? &IMSI_AT(imsi_matrix_row, &run->rows, run->rows.count - 1) : NULL;
  if (!last || last->system != served->system || last->clause.index != clause.index) {
    const imsi_matrix_row row = { .system = served->system,
                                  .clause = clause,
                                  .first = index,
                                  .control = ims_node_force(d->held.model, served->demand) == IMS_CONTROL,
                                  .exemption = line };
    IMS_TRY(imsi_vec_push(&run->rows, &row));
    last = &IMSI_AT(imsi_matrix_row, &run->rows, run->rows.count - 1);
  }
  last->count++;
  last->applies[ims_node_get(d->held.model, served->demand).applies] = true;
  if (line.index == IMS_NO_ENTRY)
    last->exemption = line;
  return IMS_OK;
}

ims_status imsi_matrix_find_rows(imsi_matrix_run *run)
{
  for (uint32_t i = 0; i < run->documents.serving.demands.count; i++)
    if (imsi_documents_shows(&run->documents, IMSI_AT(const imsi_served, &run->documents.serving.demands, i).system))
      IMS_TRY(add_demand(run, i));
  return IMS_OK;
}

void imsi_matrix_name_applies(const imsi_matrix_row *row, imsi_strbuf *text)
{
  static const char *const names[IMS_SYSTEM + 1] = { "", "every process", "one owner", "the system" };
  for (int i = IMS_EVERY_PROCESS; i <= IMS_SYSTEM; i++) {
    if (!row->applies[i])
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "");
    imsi_strbuf_text(text, names[i]);
  }
}

/* ---- documents of processes ---- */

static ims_status add_stranger(imsi_matrix_run *run, const char *what, const char *name, ims_pos pos)
{
  imsi_strbuf *text = &run->strangers;
  imsi_strbuf_text(text, text->size ? "; " : "");
  imsi_strbuf_text(text, what);
  imsi_strbuf_text(text, " '");
  imsi_strbuf_text(text, name);
  imsi_strbuf_text(text, "' (");
  imsi_held_place(&run->documents.held, pos, text);
  imsi_strbuf_text(text, ")");
  return text->status;
}

static ims_status link_documents(imsi_matrix_run *run, ims_entry process)
{
  const ims_register *given = run->documents.held.given;
  size_t count;
  const char *const *names = ims_entry_list(given, process, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_entry document = ims_register_find(given, IMS_ENTRY_DOCUMENT, names[i]);
    IMS_TRY(document.index == IMS_NO_ENTRY
                ? add_stranger(run, "document", names[i], ims_entry_pos(given, process, IMS_FIELD_DOCUMENTS))
                : imsi_vec_push(&run->links, &(imsi_link){ document, process }));
  }
  return IMS_OK;
}

/* Documents name processes by id, or by title; a title that two processes have names none. */
static ims_status find_process(const ims_register *given, const char *name, ims_entry *found)
{
  imsi_strbuf wanted = { 0 };
  size_t hits = 0;
  *found = ims_register_find(given, IMS_ENTRY_PROCESS, name);
  if (found->index != IMS_NO_ENTRY)
    return IMS_OK;
  imsi_utf8_fold(name, &wanted);
  const ims_status status = wanted.status;
  for (size_t i = 0; !status && i < ims_register_count(given, IMS_ENTRY_PROCESS); i++) {
    const ims_entry process = ims_register_entry(given, IMS_ENTRY_PROCESS, i);
    if (imsi_utf8_compare_folded(imsi_strbuf_string(&wanted), ims_entry_text(given, process, IMS_FIELD_TITLE)) != 0)
      continue;
    *found = process;
    hits++;
  }
  if (hits > 1)
    found->index = IMS_NO_ENTRY;
  imsi_strbuf_free(&wanted);
  return status;
}

static ims_status link_processes(imsi_matrix_run *run, ims_entry document)
{
  const ims_register *given = run->documents.held.given;
  size_t count;
  const char *const *names = ims_entry_list(given, document, IMS_FIELD_PROCESSES, &count);
  for (size_t i = 0; i < count; i++) {
    ims_entry process;
    IMS_TRY(find_process(given, names[i], &process));
    IMS_TRY(process.index == IMS_NO_ENTRY
                ? add_stranger(run, "process", names[i], ims_entry_pos(given, document, IMS_FIELD_PROCESSES))
                : imsi_vec_push(&run->links, &(imsi_link){ document, process }));
  }
  return IMS_OK;
}

static int compare_links(const void *a, const void *b)
{
  const imsi_link *x = a, *y = b;
  if (x->document.index != y->document.index)
    return x->document.index < y->document.index ? -1 : 1;
  return (x->process.index > y->process.index) - (x->process.index < y->process.index);
}

ims_status imsi_matrix_find_links(imsi_matrix_run *run)
{
  const ims_register *given = run->documents.held.given;
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_PROCESS); i++)
    IMS_TRY(link_documents(run, ims_register_entry(given, IMS_ENTRY_PROCESS, i)));
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++)
    IMS_TRY(link_processes(run, ims_register_entry(given, IMS_ENTRY_DOCUMENT, i)));
  if (run->links.count)
    qsort(run->links.data, run->links.count, sizeof(imsi_link), compare_links);
  return IMS_OK;
}
