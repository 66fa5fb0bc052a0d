/* The members of a family of standards: which is which, and what may be held against whom. */

#include "ims/catalogue.h"
#include "report/common.h"
#include "report/registry.h"
#include "report/standards_internal.h"

#include <string.h>

enum { EDITION, KIND, STATUS, PUBLISHED, REPLACES, GIST, TITLE, NAME, VALID_UNTIL, NOTE, BASIS, PLACE };

static const ims_column columns[] = {
  [EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [STATUS] = { "status", "Status", IMS_COLUMN_TEXT, false },
  [PUBLISHED] = { "published", "Published", IMS_COLUMN_ID, false },
  [REPLACES] = { "replaces", "Replaces", IMS_COLUMN_ID, false },
  [GIST] = { "gist", "What it is for", IMS_COLUMN_TEXT, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, true },
  [NAME] = { "name", "Name", IMS_COLUMN_TEXT, true },
  [VALID_UNTIL] = { "valid_until", "Valid until", IMS_COLUMN_ID, true },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, true },
  [BASIS] = { "basis", "Basis", IMS_COLUMN_ID, true },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
};

const ims_columns imsi_standards_family_form = { columns, sizeof columns / sizeof *columns };

/* `ISO/IEC 20000` and `20000` mean the same. */
static const ims_family *find_family(const ims_model *model, const char *name)
{
  for (size_t i = 0; i < ims_family_count(model); i++) {
    const ims_family *family = ims_family_at(model, i);
    if (strcmp(family->id, name) == 0 || strcmp(family->name, name) == 0)
      return family;
  }
  return NULL;
}

static ims_status report_family(const ims_model *model, const char *name, imsi_reporter *reporter)
{
  imsi_strbuf known = { 0 };
  for (size_t i = 0; i < ims_family_count(model); i++) {
    imsi_strbuf_text(&known, i ? ", " : "");
    imsi_strbuf_text(&known, ims_family_at(model, i)->id);
  }
  imsi_report(reporter, IMS_DIAG_NO_SUCH_FAMILY, (ims_pos){ NULL, 0, 0, NULL }, name,
              known.size ? imsi_strbuf_string(&known) : "none", NULL, NULL);
  imsi_strbuf_free(&known);
  return IMS_NOT_FOUND;
}

static void add_member(const ims_model *model, imsi_table *table, const ims_edition *edition)
{
  imsi_strbuf text = { 0 };
  size_t count;
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, EDITION, edition->id);
  imsi_standards_set(table, KIND, ims_edition_kind_name(edition->kind));
  imsi_standards_set_status(table, STATUS, edition);
  imsi_standards_set(table, PUBLISHED, edition->published);
  imsi_standards_set(table, REPLACES, edition->replaces);
  imsi_standards_set(table, GIST, edition->gist);
  imsi_standards_set(table, TITLE, edition->title);
  imsi_standards_set(table, NAME, edition->name);
  imsi_standards_set(table, VALID_UNTIL, edition->valid_until);
  imsi_standards_set(table, BASIS, edition->basis);
  const ims_text *notes = ims_edition_notes(model, edition, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_text(&text, i ? " " : "");
    imsi_strbuf_text(&text, notes[i].text);
  }
  imsi_table_set_text(table, NOTE, &text);
  imsi_strbuf_clear(&text);
  imsi_name_place(edition->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_standards_family(const ims_model *model, const char *name, imsi_reporter *reporter,
                                 ims_table **finished)
{
  const ims_family *family = find_family(model, name);
  if (!family)
    return report_family(model, name, reporter);
  imsi_table *table = imsi_table_new(imsi_report_standards.name, columns, sizeof columns / sizeof *columns);
  imsi_strbuf caption = { 0 };
  imsi_strbuf_text(&caption, family->name);
  imsi_strbuf_text(&caption, *family->title ? ", " : "");
  imsi_strbuf_text(&caption, family->title);
  imsi_table_caption_text(table, &caption);
  imsi_strbuf_free(&caption);
  for (size_t i = 0; i < ims_edition_count(model); i++)
    if (strcmp(ims_edition_at(model, i)->family, family->id) == 0)
      add_member(model, table, ims_edition_at(model, i));
  if (*family->note)
    imsi_table_note(table, family->note);
  imsi_table_note(
      table, "Only requirements are audit criteria for an organization; body: for the certification body; guidance, "
             "vocabulary and framework: for nobody. Superseded and withdrawn editions are listed to be recognized.");
  return imsi_table_end(table, finished);
}
