/** Pages: several tables and pictures in one file for people, which needs nothing else to be looked at. */
#ifndef IMS_PAGE_H
#define IMS_PAGE_H

#include "ims/sink.h"
#include "ims/table.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A table or a picture on a page, or words alone. Columns are named by their keys, with commas between; NULL: none, if
 * nothing else is said. A key that the table does not have is left out. Everything is borrowed.
 */
typedef struct ims_page_part {
  const char *label;      /**< The line above it; NULL: none. */
  const ims_table *table; /**< NULL: the part is a picture, or words. */
  const char *shown;      /**< What a row shows; NULL: all columns but the details. */
  const char *opened;     /**< What a row shows once it is opened; NULL: the details. */
  const char *beside;     /**< Two columns that stand side by side in an opened row, before all else. */
  const char *promise;    /**< What the line says that opens a row; NULL, or where only one side is there: the
                               titles of what it shows. */
  const char *group;      /**< Rows that agree in these stand together, below a line that tells them. */
  const char *group_name; /**< What names such a group: links lead there. */
  const char *name;       /**< What names a row; with several columns a '/' stands between. */
  const char *filter;     /**< What rows can be chosen by; shown as a mark. */
  const char *bars;       /**< Counts that together make a bar; they share one cell, the last one. */
  bool bare;              /**< Neither what stands above and below the table nor means to search it, nor columns
                               that no row fills. */
  const char *svg;        /**< A picture, `svg_size` bytes of SVG, shown as an image: nothing in it is run. */
  size_t svg_size;
  const char *words; /**< What the picture shows, for those who cannot see it; without one what there is to say. */
} ims_page_part;

/** A section of a page. */
typedef struct ims_page_section {
  const char *id; /**< Small letters, digits and hyphens; each once on a page, and none begins as another with ':'. */
  const char *title;
  const char *intro; /**< A paragraph a line; NULL: none. */
  bool overview;     /**< One of those that come first and can be printed alone, as a page. */
  bool choice;       /**< Its parts say the same in several ways: the reader sees one at a time. */
  const ims_page_part *parts;
  size_t part_count;
} ims_page_section;

typedef struct ims_page {
  const char *title;
  const char *subtitle; /**< A line each; NULL: none. */
  const ims_page_section *sections;
  size_t section_count;
} ims_page;

/** What is written. */
typedef enum ims_page_form {
  IMS_PAGE_WHOLE,    /**< a document of HTML with style and script in it, and a policy that allows nothing else */
  IMS_PAGE_FRAGMENT, /**< the sections alone as HTML without style and script, for a page of others */
  IMS_PAGE_MARKDOWN  /**< the sections as Markdown */
} ims_page_form;

/**
 * Writes a page. What comes from tables is text, whatever it looks like. A text that names a row of the page links
 * there. The same page gives the same bytes.
 *
 * @return IMS_OK; IMS_IO if the sink failed; IMS_LIMIT if there are more than 2^32 - 2 names; IMS_NOMEM.
 *         Cost: O(bytes of the tables).
 */
IMS_API ims_status ims_page_write(const ims_page *page, ims_page_form form, ims_sink sink);

#ifdef __cplusplus
}
#endif
#endif
