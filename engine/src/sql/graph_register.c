/* What a register says: entries, the clauses that they name, and systems. Without a register there is none of these. */

#include "query/name.h"
#include "sql/graph.h"

/* What is not a field of an entry; those are numbers below IMS_FIELD_COUNT. */
typedef enum aspect {
  ENTRY = IMS_FIELD_COUNT,
  ENTRY_KIND,
  ENTRY_ID,
  BELONGS_TO,
  EDITION,
  REFERENCE,
  CLAUSE,
  TEXT,
  COVERAGE,
  CONFIRMED,
  DATED,
  ELSEWHERE,
  ID,
  LISTED,
  FILE_NAME,
  SHEET,
  LINE,
  COLUMN,
  PLACE
} aspect;

/* ---- the walk: all of a list ---- */

static double size(const ims_model *model)
{
  (void)model;
  return 1000;
}

static void begin(imsi_graph_cursor *cursor, size_t count)
{
  cursor->index = 0;
  cursor->count = count;
  cursor->end = !count;
}

static ims_status next(imsi_graph_cursor *cursor)
{
  cursor->end = ++cursor->index == cursor->count;
  return IMS_OK;
}

/* Entries are numbered as they were read. */
static ims_status start_entries(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  (void)keys;
  const ims_register *evidence = cursor->sql->evidence;
  size_t count = 0;
  for (int kind = 0; evidence && kind < IMS_ENTRY_KIND_COUNT; kind++)
    count += ims_register_count(evidence, (ims_entry_kind)kind);
  begin(cursor, count);
  return IMS_OK;
}

static ims_status start_claims(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  (void)keys;
  begin(cursor, cursor->sql->evidence ? ims_claim_count(cursor->sql->evidence) : 0);
  return IMS_OK;
}

static ims_status start_systems(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  (void)keys;
  size_t count = 0;
  if (cursor->sql->evidence)
    ims_register_systems(cursor->sql->evidence, &count);
  begin(cursor, count);
  return IMS_OK;
}

/* ---- values ---- */

static void tell_text(imsi_strbuf *text, sqlite3_context *out)
{
  if (text->status)
    sqlite3_result_error_nomem(out);
  else if (text->size)
    sqlite3_result_text(out, imsi_strbuf_string(text), -1, SQLITE_TRANSIENT);
  imsi_strbuf_free(text);
}

static void tell_place(ims_pos pos, aspect which, sqlite3_context *out)
{
  imsi_strbuf text = { 0 };
  switch (which) {
  case FILE_NAME:
    imsi_graph_text(out, pos.file);
    return;
  case SHEET:
    imsi_graph_text(out, pos.sheet ? pos.sheet : "");
    return;
  case LINE:
    imsi_graph_number(out, pos.line ? (int)pos.line : -1);
    return;
  case COLUMN:
    imsi_graph_number(out, pos.column ? (int)pos.column : -1);
    return;
  default:
    imsi_name_place(pos, &text);
    tell_text(&text, out);
  }
}

static void tell_day(ims_day day, sqlite3_context *out)
{
  char text[32];
  if (!day)
    return;
  sqlite3_snprintf(sizeof text, text, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
  sqlite3_result_text(out, text, -1, SQLITE_TRANSIENT);
}

/* As written, but for what was understood of days, numbers and words. */
static void tell_field(const ims_register *evidence, ims_entry entry, ims_field field, sqlite3_context *out)
{
  switch (ims_field_kind_of(field)) {
  case IMS_HOLDS_DAY:
    tell_day(ims_entry_day(evidence, entry, field), out);
    return;
  case IMS_HOLDS_NUMBER:
    imsi_graph_number(out, ims_entry_number(evidence, entry, field));
    return;
  case IMS_HOLDS_WORD:
    imsi_graph_text(out, ims_field_word(field, ims_entry_word(evidence, entry, field)));
    return;
  default:
    imsi_graph_text(out, ims_entry_text(evidence, entry, field));
  }
}

static void tell_systems(const ims_register *evidence, ims_systems systems, sqlite3_context *out)
{
  imsi_strbuf text = { 0 };
  size_t count;
  const ims_system *list = ims_register_systems(evidence, &count);
  for (size_t i = 0; i < count; i++) {
    if (!(systems >> i & 1))
      continue;
    imsi_strbuf_text(&text, text.size ? ", " : "");
    imsi_strbuf_text(&text, list[i].id);
  }
  tell_text(&text, out);
}

/* ---- cells ---- */

static void tell_entry(const ims_register *evidence, ims_entry entry, aspect which, sqlite3_context *out)
{
  switch (which) {
  case ENTRY:
    imsi_graph_number(out, (int)entry.index);
    return;
  case ENTRY_KIND:
    imsi_graph_text(out, ims_entry_kind_key(ims_entry_kind_of(evidence, entry)));
    return;
  case ENTRY_ID:
    imsi_graph_text(out, ims_entry_name(evidence, entry));
    return;
  case BELONGS_TO:
    tell_systems(evidence, ims_entry_systems(evidence, entry), out);
    return;
  default:
    tell_place(ims_entry_pos(evidence, entry, IMS_FIELD_ID), which, out);
  }
}

static void entry_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const ims_register *evidence = cursor->sql->evidence;
  const ims_entry entry = { (uint32_t)cursor->index };
  const int what = cursor->table->columns[column].what;
  if (what < IMS_FIELD_COUNT)
    tell_field(evidence, entry, (ims_field)what, out);
  else
    tell_entry(evidence, entry, (aspect)what, out);
}

static const char *edition_id(const ims_edition *edition)
{
  return edition ? edition->id : "";
}

static void claim_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const aspect which = (aspect)cursor->table->columns[column].what;
  const ims_model *model = cursor->sql->model;
  const ims_claim *claim = ims_claim_at(cursor->sql->evidence, cursor->index);
  const bool found = claim->node.index != IMS_NO_NODE;
  switch (which) {
  case ENTRY:
  case ENTRY_KIND:
  case ENTRY_ID:
    tell_entry(cursor->sql->evidence, claim->entry, which, out);
    return;
  case EDITION:
    imsi_graph_text(out, edition_id(claim->edition));
    return;
  case REFERENCE:
    imsi_graph_text(out, found ? ims_node_name(model, claim->node) : "");
    return;
  case CLAUSE:
    imsi_graph_text(out, found ? ims_node_name(model, ims_node_clause(model, claim->node)) : "");
    return;
  case TEXT:
    imsi_graph_text(out, claim->text);
    return;
  case COVERAGE:
    imsi_graph_text(out, ims_field_word(IMS_FIELD_COVERAGE, claim->coverage));
    return;
  case CONFIRMED:
    imsi_graph_number(out, claim->confirmed);
    return;
  case DATED:
    imsi_graph_number(out, claim->dated);
    return;
  case ELSEWHERE:
    imsi_graph_text(out, edition_id(claim->elsewhere));
    return;
  default:
    tell_place(claim->pos, which, out);
  }
}

static void system_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const aspect which = (aspect)cursor->table->columns[column].what;
  const ims_register *evidence = cursor->sql->evidence;
  size_t count;
  const ims_system *system = &ims_register_systems(evidence, &count)[cursor->index];
  const bool listed = system->entry.index != IMS_NO_ENTRY;
  switch (which) {
  case ID:
    imsi_graph_text(out, system->id);
    return;
  case EDITION:
    imsi_graph_text(out, system->edition->id);
    return;
  case LISTED:
    imsi_graph_number(out, listed);
    return;
  default:
    if (listed)
      tell_entry(evidence, system->entry, which, out);
  }
}

/* ---- the tables ---- */

#define TYPE_TEXT "TEXT"
#define TYPE_LIST "TEXT"
#define TYPE_DAY "TEXT"
#define TYPE_NUMBER "INTEGER"
#define TYPE_WORD "TEXT"
#define TYPE_CLAUSES "TEXT"
#define TYPE_SYSTEMS "TEXT"
#define TYPE_EDITION "TEXT"

static const imsi_graph_column entry_columns[] = {
  { "entry", "INTEGER", "its number in the register, from 0", ENTRY },
  { "entry_kind", "TEXT", "document, process, control, audit and so on", ENTRY_KIND },
#define IMS_FIELD(symbol, key, kind, title) { key, TYPE_##kind, title, IMS_FIELD_##symbol },
#include "ims/register.def"
  { "belongs_to", "TEXT", "the ids of the systems that it names, or whose standards it cites", BELONGS_TO },
  { "file", "TEXT", "where it stands", FILE_NAME },
  { "sheet", "TEXT", "and in which sheet", SHEET },
  { "line", "INTEGER", "and in which line", LINE },
  { "column", "INTEGER", "and in which column, in bytes of text, in cells of a workbook", COLUMN },
  { "place", "TEXT", "all of these in short", PLACE },
};

static const imsi_graph_column claim_columns[] = {
  { "entry", "INTEGER", "the number of the entry that names the clause", ENTRY },
  { "entry_kind", "TEXT", "what the entry is", ENTRY_KIND },
  { "entry_id", "TEXT", "its id, or its title", ENTRY_ID },
  { "edition", "TEXT", "the id of the edition that is meant", EDITION },
  { "ref", "TEXT", "the number or id of the thing in it, if there is such a thing", REFERENCE },
  { "clause", "TEXT", "the number of the clause that this is in", CLAUSE },
  { "text", "TEXT", "the clause as it was understood, or as it is written", TEXT },
  { "coverage", "TEXT", "full or partial; full where nothing is said", COVERAGE },
  { "confirmed", "INTEGER", "1 if it counts: it is not only proposed", CONFIRMED },
  { "dated", "INTEGER", "1 if the register says the year of the edition", DATED },
  { "elsewhere", "TEXT", "the id of an edition that has the clause, if this one has not", ELSEWHERE },
  { "file", "TEXT", "where it stands", FILE_NAME },
  { "sheet", "TEXT", "and in which sheet", SHEET },
  { "line", "INTEGER", "and in which line", LINE },
  { "column", "INTEGER", "and in which column, in bytes of text, in cells of a workbook", COLUMN },
  { "place", "TEXT", "all of these in short", PLACE },
};

static const imsi_graph_column system_columns[] = {
  { "id", "TEXT", "what it is called", ID },
  { "edition", "TEXT", "the id of the edition that it is held against", EDITION },
  { "listed", "INTEGER", "1 if the register lists it, 0 if it is only named, or its standard cited", LISTED },
  { "entry", "INTEGER", "the number of the entry that lists it", ENTRY },
  { "file", "TEXT", "where it stands", FILE_NAME },
  { "sheet", "TEXT", "and in which sheet", SHEET },
  { "line", "INTEGER", "and in which line", LINE },
  { "column", "INTEGER", "and in which column, in bytes of text, in cells of a workbook", COLUMN },
  { "place", "TEXT", "all of these in short", PLACE },
};

const imsi_graph_table imsi_graph_entry = {
  .name = "entry",
  .summary = "lines of the register, with all fields; empty without one",
  .columns = entry_columns,
  .column_count = sizeof entry_columns / sizeof *entry_columns,
  .keys = { -1, -1, -1, -1 },
  .of_register = true,
  .size = size,
  .start = start_entries,
  .next = next,
  .cell = entry_cell,
};

const imsi_graph_table imsi_graph_claim = {
  .name = "claim",
  .summary = "clauses that the lines of the register name; empty without one",
  .columns = claim_columns,
  .column_count = sizeof claim_columns / sizeof *claim_columns,
  .keys = { -1, -1, -1, -1 },
  .of_register = true,
  .size = size,
  .start = start_claims,
  .next = next,
  .cell = claim_cell,
};

const imsi_graph_table imsi_graph_system = {
  .name = "system",
  .summary = "management systems of the register; empty without one",
  .columns = system_columns,
  .column_count = sizeof system_columns / sizeof *system_columns,
  .keys = { -1, -1, -1, -1 },
  .of_register = true,
  .size = size,
  .start = start_systems,
  .next = next,
  .cell = system_cell,
};
