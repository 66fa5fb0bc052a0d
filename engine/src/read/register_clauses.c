/* The clauses that a cell names, as claims of its entry. */

#include "base/try.h"
#include "model/editions.h"
#include "model/register_internal.h"
#include "read/register_clauses_internal.h"

#include <string.h>

/* The same text means the same for entries of one system, in columns of one standard. */
typedef struct memo_key {
  const char *text; /* the register's own copy */
  uint32_t context;
  uint32_t edition; /* of the entry's one system; UINT32_MAX: it names none, one less: several */
} memo_key;

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

/* An edition of the same standard that has the clause: the last one before `edition`, else the first after it. */
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

static ims_status report_missing(imsi_cell_clauses *c, const ims_claim *claim)
{
  imsi_strbuf where = { 0 };
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

ims_status imsi_clauses_add(imsi_cell_clauses *c, const ims_claim *claim)
{
  if (c->kept)
    return imsi_vec_push(c->kept, claim);
  if (claim->node.index == IMS_NO_NODE) {
    c->understood = false;
    IMS_TRY(report_missing(c, claim));
  }
  c->claims++;
  return imsi_register_claim(c->reader->evidence, claim);
}

/* ---- references to the graph ---- */

/* True if it is what came last before a `/` and is no edition, as the "ISO" of "ISO/IEC". */
static bool is_no_edition(const ims_register_reader *reader, const char *text, size_t size)
{
  return size && size < sizeof reader->no_edition && strncmp(reader->no_edition, text, size) == 0 &&
         !reader->no_edition[size];
}

/* The edition of `9001:2015/9.2` or `9001/9.2`; NULL if what is before the `/` is none. */
static const ims_edition *edition_of_reference(ims_register_reader *reader, const char *text, size_t size, bool *dated)
{
  if (is_no_edition(reader, text, size))
    return NULL;
  const ims_edition *edition = ims_edition_find(reader->model, text, size);
  *dated = edition != NULL;
  if (edition)
    return edition;
  edition = imsi_edition_usual(reader->model, text, size);
  if (!edition) {
    const size_t kept = size < sizeof reader->no_edition ? size : 0;
    memcpy(reader->no_edition, text, kept);
    reader->no_edition[kept] = '\0';
    return NULL;
  }
  const ims_system *system = imsi_system_of(reader->evidence, edition);
  return system ? system->edition : edition;
}

static ims_status add_reference(imsi_cell_clauses *c, const ims_edition *edition, bool dated, const char *name,
                                size_t size)
{
  ims_claim claim = c->claim;
  claim.edition = c->before = edition;
  claim.dated = c->before_dated = dated;
  claim.node = ims_node_find(c->reader->model, edition, name, size);
  IMS_TRY(imsi_register_text(c->reader->evidence, name, size, &claim.text));
  if (claim.node.index == IMS_NO_NODE)
    claim.elsewhere = elsewhere(c->reader->model, edition, name, size);
  return imsi_clauses_add(c, &claim);
}

/* ---- citations ---- */

/* A clause without a year is that of the edition that the system is held against. */
static void move_to_system(const imsi_cell_clauses *c, ims_claim *claim)
{
  const ims_system *system =
      claim->dated || !claim->edition ? NULL : imsi_system_of(c->reader->evidence, claim->edition);
  if (!system || system->edition == claim->edition)
    return;
  const char *name = claim->node.index == IMS_NO_NODE ? claim->text : ims_node_name(c->reader->model, claim->node);
  const ims_node node = ims_node_find(c->reader->model, system->edition, name, strlen(name));
  if (node.index == IMS_NO_NODE)
    claim->elsewhere = claim->node.index == IMS_NO_NODE ? claim->elsewhere : claim->edition;
  else
    claim->elsewhere = NULL;
  claim->edition = system->edition;
  claim->node = node;
}

/* Of a year that is among no data it is said which standard was meant. */
static ims_status report_year(imsi_cell_clauses *c, const ims_claim *claim, const char *standard)
{
  if (c->kept)
    return imsi_vec_push(c->kept, claim);
  imsi_strbuf where = { 0 };
  imsi_strbuf_text(&where, "an edition of '");
  imsi_strbuf_text(&where, standard);
  imsi_strbuf_text(&where, "' that is among the data");
  ims_status status = where.status;
  if (!status)
    status = imsi_reader_problem(c->reader, IMS_DIAG_UNKNOWN_CLAUSE, claim->pos, claim->text,
                                 imsi_strbuf_string(&where), NULL);
  imsi_strbuf_free(&where);
  c->understood = false;
  c->claims++;
  return status ? status : imsi_register_claim(c->reader->evidence, claim);
}

/* True if the entry names that number of another standard as well: what all ask stands under one number. */
static bool has_neighbour(const imsi_cell_clauses *c, const ims_claim *claim)
{
  size_t count;
  const ims_claim *others = ims_entry_claims(c->reader->evidence, claim->entry, &count);
  for (size_t i = 0; i < count; i++)
    if (others[i].edition && !imsi_same_standard(others[i].edition, claim->edition) &&
        strcmp(others[i].text, claim->text) == 0)
      return true;
  return false;
}

/* Remembers a bare number that may be a control as well; any other in the cell tells what is meant. */
static ims_status look_for_twin(imsi_cell_clauses *c, const imsi_citation *citation, const ims_claim *claim)
{
  bool twin = false;
  if (claim->node.index == IMS_NO_NODE)
    return IMS_OK;
  if (citation->carried)
    IMS_TRY(imsi_register_twin(c->reader, c->context, claim, c->run, citation->offset, &twin));
  c->told = c->told || !twin || has_neighbour(c, claim);
  if (twin && !c->twin) {
    c->twin = claim->text;
    c->twin_of = claim->edition;
  }
  return IMS_OK;
}

static ims_status report_twin(imsi_cell_clauses *c)
{
  return !c->twin || c->told
             ? IMS_OK
             : imsi_reader_problem(c->reader, IMS_DIAG_AMBIGUOUS_CLAUSE, c->claim.pos, c->twin, c->twin_of->id, NULL);
}

/* Most clauses are called what the model calls them, and that is there. */
static ims_status name_claim(const imsi_cell_clauses *c, const imsi_citation *citation, const char **text)
{
  const bool known = citation->node.index != IMS_NO_NODE;
  const char *name = known ? ims_node_name(c->reader->model, citation->node) : "";
  if (strcmp(name, citation->clause) != 0)
    return imsi_register_text(c->reader->evidence, citation->clause, strlen(citation->clause), text);
  *text = name;
  return IMS_OK;
}

static ims_status take_citation(void *context, const imsi_citation *citation)
{
  imsi_cell_clauses *c = context;
  ims_claim claim = c->claim;
  const bool written = !*citation->standard && !citation->meant; /* nothing was made of it */
  claim.edition = citation->meant;
  claim.node = citation->node;
  claim.elsewhere = citation->elsewhere;
  claim.dated = citation->carried && citation->meant && citation->meant == c->given.edition
                    ? c->dated
                    : citation->edition || citation->year;
  c->before = citation->meant;
  c->before_dated = claim.dated;
  IMS_TRY(written ? imsi_register_text(c->reader->evidence, c->run + citation->offset, citation->size, &claim.text)
                  : name_claim(c, citation, &claim.text));
  if (*citation->standard && !citation->meant)
    return report_year(c, &claim, citation->standard);
  if (citation->year && !citation->carried) {
    c->guessed = true;
    IMS_TRY(imsi_register_year(c->reader, claim.pos, citation->year, citation->standard, citation->meant));
  }
  move_to_system(c, &claim);
  if (citation->item_unknown && claim.node.index != IMS_NO_NODE) {
    claim.coverage = IMS_CLAIM_PARTIAL;
    c->understood = false;
    IMS_TRY(imsi_reader_problem(c->reader, IMS_DIAG_UNKNOWN_ITEM, claim.pos, claim.text, claim.edition->id, NULL));
  }
  IMS_TRY(look_for_twin(c, citation, &claim));
  return imsi_clauses_add(c, &claim);
}

static ims_status take_run(imsi_cell_clauses *c, const char *run, size_t size)
{
  c->run = run;
  const ims_status status = imsi_citations_read(c->reader->citations, &c->given, run, size, take_citation, c);
  if (status != IMS_LIMIT)
    return status;
  c->understood = false;
  return imsi_reader_problem(c->reader, IMS_DIAG_UNCLEAR_CLAUSE, c->claim.pos, "a text that is too involved", NULL,
                             NULL);
}

/* ---- cells ---- */

/* The end of a piece, blanks before it aside. */
static size_t piece_size(const char *text)
{
  size_t size = strcspn(text, ",;\n");
  while (size && strchr(" \t\r", text[size - 1]))
    size--;
  return size;
}

/* References are taken out of the text; what is between them is read as people write it. */
ims_status imsi_clauses_take(imsi_cell_clauses *c, const char *text)
{
  const char *run = text;
  for (const char *at = text; *at;) {
    at += strspn(at, " \t\r\n,;");
    const size_t size = piece_size(at);
    const char *slash = memchr(at, '/', size);
    bool dated;
    const ims_edition *edition = slash ? edition_of_reference(c->reader, at, (size_t)(slash - at), &dated) : NULL;
    if (edition) {
      IMS_TRY(at > run ? take_run(c, run, (size_t)(at - run)) : IMS_OK);
      IMS_TRY(add_reference(c, edition, dated, slash + 1, size - (size_t)(slash + 1 - at)));
      run = at + size;
      if (!c->context->edition && !c->context->standard)
        c->given.edition = edition; /* "9001/8.4, 8.5" */
    }
    at += size + (at[size] != '\0');
  }
  return *run ? take_run(c, run, strlen(run)) : IMS_OK;
}

static bool is_unclear(const imsi_vec *unclear, uint32_t entry)
{
  size_t low = 0, high = unclear->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (IMSI_AT(uint32_t, unclear, middle) < entry)
      low = middle + 1;
    else
      high = middle;
  }
  return low < unclear->count && IMSI_AT(uint32_t, unclear, low) == entry;
}

/* The edition of the one system that an entry names; NULL if there are several, or may be. */
static const ims_edition *edition_of_entry(const ims_register_reader *reader, ims_entry entry)
{
  size_t count;
  const ims_systems mask = ims_entry_systems(reader->evidence, entry);
  const ims_system *systems = ims_register_systems(reader->evidence, &count);
  if (!ims_entry_names_systems(reader->evidence, entry) || !mask || (mask & (mask - 1)) ||
      is_unclear(&reader->unclear, entry.index))
    return NULL;
  for (size_t i = 0; i < count; i++)
    if (mask & ((ims_systems)1 << i))
      return systems[i].edition;
  return NULL;
}

static ims_status recall(imsi_cell_clauses *c, const imsi_clause_memo *known)
{
  for (uint32_t i = 0; i < known->count; i++) {
    ims_claim claim = *ims_claim_at(c->reader->evidence, known->first + i);
    claim.entry = c->claim.entry;
    claim.confirmed = c->claim.confirmed;
    claim.coverage = c->claim.coverage;
    claim.pos = c->claim.pos;
    IMS_TRY(imsi_register_claim(c->reader->evidence, &claim));
  }
  return IMS_OK;
}

/* Only what was understood whole is kept: the rest is told at each place. */
static void keep(imsi_cell_clauses *c, imsi_symbol key)
{
  imsi_clause_memo *kept = &IMSI_AT(imsi_clause_memo, &c->reader->memos, key);
  kept->first = (uint32_t)(ims_claim_count(c->reader->evidence) - c->claims);
  kept->count = (uint32_t)c->claims;
  kept->there = true;
}

static ims_status find_memo(ims_register_reader *reader, const imsi_waiting *waiting, const ims_edition *edition,
                            imsi_symbol *key)
{
  memo_key bytes;
  memset(&bytes, 0, sizeof bytes);
  bytes.text = waiting->text;
  bytes.context = waiting->context;
  bytes.edition = edition                                                     ? edition->index
                  : ims_entry_names_systems(reader->evidence, waiting->entry) ? UINT32_MAX - 1
                                                                              : UINT32_MAX;
  IMS_TRY(imsi_intern_put(&reader->memo_keys, (const char *)&bytes, sizeof bytes, key));
  while (reader->memos.count <= *key)
    IMS_TRY(imsi_vec_push(&reader->memos, &(imsi_clause_memo){ 0 }));
  return IMS_OK;
}

static ims_status understand(imsi_cell_clauses *c, const imsi_waiting *waiting, imsi_symbol key)
{
  size_t at;
  IMS_TRY(imsi_register_exception(waiting->text, &at) ? imsi_clauses_take_parts(c, waiting->text)
                                                      : imsi_clauses_take(c, waiting->text));
  IMS_TRY(report_twin(c));
  if (c->claims && c->understood && !c->twin && !c->guessed)
    keep(c, key);
  if (c->claims)
    return IMS_OK;
  c->understood = c->understood && imsi_says_nothing(waiting->text, strlen(waiting->text));
  return c->understood
             ? IMS_OK
             : imsi_reader_problem(c->reader, IMS_DIAG_UNCLEAR_CLAUSE, c->claim.pos, waiting->text, NULL, NULL);
}

ims_status imsi_register_clauses(ims_register_reader *reader, const imsi_waiting *waiting, bool *understood)
{
  static const imsi_clause_context nothing = { 0 };
  const ims_edition *edition = edition_of_entry(reader, waiting->entry);
  imsi_symbol key;
  imsi_cell_clauses c = { .reader = reader,
                          .context = &IMSI_AT(imsi_clause_context, &reader->contexts, waiting->context),
                          .claim = claim_of(reader, waiting),
                          .understood = true };
  /* what the sheet is about counts for entries that name no system */
  if (c.context->weak && ims_entry_names_systems(reader->evidence, waiting->entry))
    c.context = &nothing;
  c.given = (imsi_citation_context){
    .edition = c.context->edition, .standard = c.context->standard, .clauses_only = true, .annex = c.context->annex
  };
  if (!c.given.edition && !c.given.standard)
    c.given.edition = edition;
  c.dated = c.context->dated;
  IMS_TRY(find_memo(reader, waiting, edition, &key));
  const imsi_clause_memo known = IMSI_AT(imsi_clause_memo, &reader->memos, key);
  IMS_TRY(known.there ? recall(&c, &known) : understand(&c, waiting, key));
  *understood = c.understood;
  return IMS_OK;
}

/* ---- controls ---- */

static ims_status take_control(void *context, const imsi_citation *citation)
{
  imsi_cell_clauses *c = context;
  const ims_register_reader *reader = c->reader;
  if (citation->node.index == IMS_NO_NODE || ims_node_force(reader->model, citation->node) != IMS_CONTROL ||
      citation->item_unknown || citation->offset || c->run[citation->size])
    return IMS_OK; /* a control of the organization's own */
  c->claim.edition = citation->meant;
  c->claim.node = citation->node;
  c->claims++;
  return imsi_register_text(c->reader->evidence, citation->clause, strlen(citation->clause), &c->claim.text);
}

/* The edition with controls that the entry is held against: of its system, or of the only one that has controls. */
static const ims_edition *edition_of_control(const ims_register_reader *reader, ims_entry entry)
{
  const ims_edition *edition = edition_of_entry(reader, entry);
  size_t count;
  const ims_system *systems = ims_register_systems(reader->evidence, &count);
  const ims_edition *security = imsi_edition_of_system_word(reader->model, "isms");
  for (size_t i = 0; !edition && security && i < count; i++)
    if (imsi_same_standard(systems[i].edition, security))
      edition = systems[i].edition;
  return edition ? edition : security;
}

ims_status imsi_register_control(ims_register_reader *reader, const imsi_waiting *waiting)
{
  imsi_cell_clauses c = { .reader = reader,
                          .context = &IMSI_AT(imsi_clause_context, &reader->contexts, 0),
                          .claim = claim_of(reader, waiting),
                          .run = waiting->text };
  c.given = (imsi_citation_context){ .edition = edition_of_control(reader, waiting->entry),
                                     .clauses_only = true,
                                     .annex = true };
  const ims_status status = imsi_citations_read(reader->citations, &c.given, c.run, strlen(c.run), take_control, &c);
  if (status && status != IMS_LIMIT)
    return status;
  return c.claims == 1 ? imsi_register_claim(reader->evidence, &c.claim) : IMS_OK;
}
