/** A page in the making: where its bytes go, the names that links may lead to, and how the columns of a part are used.
 */
#ifndef IMSI_PAGE_INTERNAL_H
#define IMSI_PAGE_INTERNAL_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/out.h"
#include "base/strbuf.h"
#include "ims/page.h"

/** Initialise with { .out = { .sink = sink } }, then imsi_page_begin. Failures are remembered in `status`. */
typedef struct imsi_page {
  imsi_out out;
  imsi_arena arena;   /**< Texts that were cleaned, and layouts. */
  imsi_intern names;  /**< What links may lead to. */
  imsi_intern used;   /**< Ids that elements have so far. */
  ims_status status;  /**< The first failure that is none of the sink. */
  imsi_strbuf buffer; /**< For a name that is put together. */
} imsi_page;

ims_status imsi_page_begin(imsi_page *page);
/** Releases all and returns the first failure, or IMS_OK. */
ims_status imsi_page_end(imsi_page *page);

/* ---- columns: page_layout.c ---- */

typedef struct imsi_page_columns {
  size_t *list; /**< Indices of columns, in the order named. */
  size_t count;
} imsi_page_columns;

/** How the columns of a part are used. */
typedef struct imsi_page_layout {
  const ims_page_part *part;
  const ims_table *table;
  imsi_page_columns shown, opened, beside, group, group_name, name, filter, bars;
} imsi_page_layout;

/** Finds the columns that a part names; memory is that of the page. */
void imsi_page_layout_find(imsi_page *page, const ims_page_part *part, imsi_page_layout *layout);

/** The place of `column` among `columns`, or SIZE_MAX. */
size_t imsi_page_place(const imsi_page_columns *columns, size_t column);

/** True if the row opens a group: it is the first one, or differs from the one before in a column of the group. */
bool imsi_page_opens_group(const imsi_page_layout *layout, size_t row);

/** What the columns say of a row, with `between` between them, empty ones left out; "" for nothing. Valid until the
    next call. */
const char *imsi_page_join(imsi_page *page, const imsi_page_layout *layout, const imsi_page_columns *columns,
                           size_t row, const char *between);

/** The part as a table of its shown columns, with a line for each group; bars are columns again. */
ims_status imsi_page_project(const imsi_page_layout *layout, ims_table **table);

/* ---- names: page_names.c ---- */

/** Collects what links may lead to: the sections, and the names of rows and groups. */
void imsi_page_collect(imsi_page *page, const ims_page *given);

/** Writes ` id="..."` for what is called `name` in a section: the name if it is the first to have it, else with the
    section before it; nothing if that is taken too, or if it is no name. Returns the id, or NULL; valid as a join. */
const char *imsi_page_put_id(imsi_page *page, const char *section, const char *name);

/* ---- text: page_text.c ---- */

/** Writes text that may stand between tags and in an attribute. Line breaks become `<br>`, in attributes blanks. */
void imsi_page_put_text(imsi_page *page, const char *text);
void imsi_page_put_attribute(imsi_page *page, const char *text);
/** Writes text in which each word that names something on the page is a link to it. */
void imsi_page_put_linked(imsi_page *page, const char *text);
/** Writes ` href="#..."` for an id. */
void imsi_page_put_reference(imsi_page *page, const char *id);
/** Writes XML that may stand in a `data:` URL, in an attribute with single quotation marks: three bytes for what has a
    meaning there, the rest as it is, which is less than Base64 needs. */
void imsi_page_put_data(imsi_page *page, const char *data, size_t size);

/* ---- tables: page_table.c, page_rows.c ---- */

/** Writes the table of a part. */
void imsi_page_put_table(imsi_page *page, const ims_page_section *section, const imsi_page_layout *layout);
/** Writes the body of a table: a `tbody` for each row and for each line above rows. */
void imsi_page_put_rows(imsi_page *page, const char *section, const imsi_page_layout *layout);
/** Writes a paragraph for each line. */
void imsi_page_put_paragraphs(imsi_page *page, const char *lines, const char *attributes);

/* ---- the forms: page_html.c, page_markdown.c ---- */

/** Write the sections, and a whole document around them. */
void imsi_page_put_sections(imsi_page *page, const ims_page *given);
void imsi_page_put_document(imsi_page *page, const ims_page *given);
/** Writes straight to the sink; returns the first failure. */
ims_status imsi_page_put_markdown(imsi_page *page, const ims_page *given);

#endif
