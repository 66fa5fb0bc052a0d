/* The clauses that a cell names, as claims of its entry. */

#include "base/try.h"
#include "model/register_internal.h"
#include "read/register_internal.h"

#include <string.h>

/* A cell that is being understood. */
typedef struct clauses {
  ims_register_reader *reader;
  const imsi_waiting *waiting;
  ims_claim claim; /* what all claims of the cell have in common */
  bool understood;
} clauses;

/* ---- claims ---- */

static ims_claim claim_of(const ims_register_reader *reader, const imsi_waiting *waiting)
{
  const ims_sheet *sheet = imsi_register_sheet_at(reader->evidence, waiting->sheet);
  const int coverage = ims_entry_word(reader->evidence, waiting->entry, IMS_FIELD_COVERAGE);
  return (ims_claim){ .entry = waiting->entry,
                      .node = { IMS_NO_NODE },
                      .confirmed = coverage != IMS_CLAIM_PROPOSED,
                      .coverage = coverage == IMS_CLAIM_PARTIAL ? IMS_CLAIM_PARTIAL : IMS_CLAIM_FULL,
                      .pos = { sheet->file, waiting->line, waiting->column, *sheet->name ? sheet->name : NULL } };
}

/* An edition of the same standard that has the clause; the nearest before `edition`, else the first. */
static const ims_edition *elsewhere(const ims_model *model, const ims_edition *edition, const char *name, size_t size)
{
  const ims_edition *found = NULL;
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *other = ims_edition_at(model, i);
    if (other != edition && imsi_same_standard(other, edition) && (!found || other->index < edition->index) &&
        ims_node_find(model, other, name, size).index != IMS_NO_NODE)
      found = other;
  }
  return found;
}

static ims_status report_missing(clauses *c, const ims_claim *claim)
{
  imsi_strbuf where = { 0 };
  c->understood = false;
  if (!claim->edition)
    return imsi_reader_problem(c->reader, IMS_DIAG_UNCLEAR_CLAUSE, claim->pos, claim->text, NULL, NULL);
  if (claim->elsewhere) {
    imsi_strbuf_text(&where, "; it is in ");
    imsi_strbuf_text(&where, claim->elsewhere->id);
  }
  ims_status status = where.status;
  if (!status)
    status = imsi_reader_problem(c->reader, IMS_DIAG_UNKNOWN_CLAUSE, claim->pos, claim->text, claim->edition->id,
                                 imsi_strbuf_string(&where));
  imsi_strbuf_free(&where);
  return status;
}

static ims_status add_claim(clauses *c, const ims_claim *claim)
{
  if (claim->node.index == IMS_NO_NODE)
    IMS_TRY(report_missing(c, claim));
  return imsi_register_claim(c->reader->evidence, claim);
}

/* ---- references to the graph ---- */

/* The edition of `9001:2015/9.2` or `9001/9.2`; NULL if what is before the `/` is none. */
static const ims_edition *edition_of_reference(const ims_register_reader *reader, const char *text, size_t size,
                                               bool *dated)
{
  const ims_edition *edition = ims_edition_find(reader->model, text, size);
  *dated = edition != NULL;
  if (edition)
    return edition;
  edition = imsi_default_edition(reader->model, text, size);
  if (!edition)
    return NULL;
  const ims_system *system = imsi_system_of(reader->evidence, edition);
  return system ? system->edition : edition;
}

static ims_status add_reference(clauses *c, const ims_edition *edition, bool dated, const char *name, size_t size)
{
  ims_claim claim = c->claim;
  claim.edition = edition;
  claim.dated = dated;
  claim.node = ims_node_find(c->reader->model, edition, name, size);
  IMS_TRY(imsi_register_text(c->reader->evidence, name, size, &claim.text));
  if (claim.node.index == IMS_NO_NODE)
    claim.elsewhere = elsewhere(c->reader->model, edition, name, size);
  return add_claim(c, &claim);
}

/* ---- cells ---- */

static ims_status add_text(clauses *c, const char *text, size_t size)
{
  ims_claim claim = c->claim;
  IMS_TRY(imsi_register_text(c->reader->evidence, text, size, &claim.text));
  return add_claim(c, &claim);
}

static ims_status take_piece(clauses *c, const char *text, size_t size)
{
  const char *slash = memchr(text, '/', size);
  bool dated;
  const ims_edition *edition = slash ? edition_of_reference(c->reader, text, (size_t)(slash - text), &dated) : NULL;
  if (edition)
    return add_reference(c, edition, dated, slash + 1, size - (size_t)(slash + 1 - text));
  return add_text(c, text, size);
}

ims_status imsi_register_clauses(ims_register_reader *reader, const imsi_waiting *waiting, bool *understood)
{
  clauses c = { .reader = reader, .waiting = waiting, .claim = claim_of(reader, waiting), .understood = true };
  for (const char *text = waiting->text; *text;) {
    text += strspn(text, " \t\r\n,;");
    const size_t piece = strcspn(text, ",;\n");
    size_t size = piece;
    while (size && strchr(" \t\r", text[size - 1]))
      size--;
    if (size)
      IMS_TRY(take_piece(&c, text, size));
    text += piece;
  }
  *understood = c.understood;
  return IMS_OK;
}
