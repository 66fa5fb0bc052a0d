/* The table of editions. */

#include "sql/graph.h"

enum {
  EDITION_EDITION,
  EDITION_NAME,
  EDITION_TITLE,
  EDITION_FAMILY,
  EDITION_KIND,
  EDITION_DISCIPLINE,
  EDITION_STATUS,
  EDITION_PUBLISHED,
  EDITION_VALID_UNTIL,
  EDITION_REPLACES,
  EDITION_VOCABULARY,
  EDITION_IS_DEFAULT,
  EDITION_IS_HUB,
  EDITION_PROVISIONAL,
  EDITION_GIST,
  EDITION_BASIS,
  EDITION_FILE,
  EDITION_LINE
};

static const imsi_graph_column edition_columns[] = {
  [EDITION_EDITION] = { "edition", "TEXT", "its id, such as 9001:2015" },
  [EDITION_NAME] = { "name", "TEXT", "ISO 9001:2015" },
  [EDITION_TITLE] = { "title", "TEXT", "as the publisher lists it" },
  [EDITION_FAMILY] = { "family", "TEXT", "the id of its family" },
  [EDITION_KIND] = { "kind", "TEXT", "structure, requirements, guidance, body, vocabulary, own or framework" },
  [EDITION_DISCIPLINE] = { "discipline", "TEXT", "quality, service, information security" },
  [EDITION_STATUS] = { "status", "TEXT", "planned, current, transition, superseded or withdrawn" },
  [EDITION_PUBLISHED] = { "published", "TEXT", "a year, a month or a day" },
  [EDITION_VALID_UNTIL] = { "valid_until", "TEXT", "the same" },
  [EDITION_REPLACES] = { "replaces", "TEXT", "the edition before" },
  [EDITION_VOCABULARY] = { "vocabulary", "TEXT", "the edition whose terms it uses besides its own" },
  [EDITION_IS_DEFAULT] = { "is_default", "INTEGER", "1 if it is meant where no year is given" },
  [EDITION_IS_HUB] = { "is_hub", "INTEGER", "1 for the common structure" },
  [EDITION_PROVISIONAL] = { "provisional", "INTEGER", "1 if its data are provisional" },
  [EDITION_GIST] = { "gist", "TEXT", "what it is for" },
  [EDITION_BASIS] = { "basis", "TEXT", "where the data come from" },
  [EDITION_FILE] = { "file", "TEXT", "where it is stated" },
  [EDITION_LINE] = { "line", "INTEGER", "and in which line" },
};

static double edition_size(const ims_model *model)
{
  return (double)ims_edition_count(model);
}

static ims_status edition_next(imsi_graph_cursor *cursor)
{
  cursor->end = ++cursor->index >= cursor->count;
  return IMS_OK;
}

static ims_status edition_start(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  const imsi_node_range range = imsi_node_range_of(cursor->sql->model, keys->text[IMSI_KEY_EDITION], NULL);
  cursor->index = range.edition;
  cursor->count = range.edition_end;
  cursor->end = cursor->index >= cursor->count;
  return IMS_OK;
}

static void edition_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const ims_edition *edition = ims_edition_at(cursor->sql->model, cursor->index);
  const char *texts[] = {
    [EDITION_EDITION] = edition->id,
    [EDITION_NAME] = edition->name,
    [EDITION_TITLE] = edition->title,
    [EDITION_FAMILY] = edition->family,
    [EDITION_KIND] = ims_edition_kind_name(edition->kind),
    [EDITION_DISCIPLINE] = edition->discipline,
    [EDITION_STATUS] = ims_edition_status_name(edition->status),
    [EDITION_PUBLISHED] = edition->published,
    [EDITION_VALID_UNTIL] = edition->valid_until,
    [EDITION_REPLACES] = edition->replaces,
    [EDITION_VOCABULARY] = edition->vocabulary,
    [EDITION_GIST] = edition->gist,
    [EDITION_BASIS] = edition->basis,
    [EDITION_FILE] = edition->pos.file,
    [EDITION_LINE] = NULL,
  };
  const int numbers[] = {
    [EDITION_IS_DEFAULT] = edition->is_default,
    [EDITION_IS_HUB] = edition->is_hub,
    [EDITION_PROVISIONAL] = edition->provisional,
    [EDITION_LINE] = (int)edition->pos.line,
  };
  if (texts[column])
    imsi_graph_text(out, texts[column]);
  else
    imsi_graph_number(out, numbers[column]);
}

const imsi_graph_table imsi_graph_edition = {
  .name = "edition",
  .summary = "dated documents",
  .columns = edition_columns,
  .column_count = sizeof edition_columns / sizeof *edition_columns,
  .keys = { EDITION_EDITION, -1, -1, -1 },
  .size = edition_size,
  .start = edition_start,
  .next = edition_next,
  .cell = edition_cell,
};
