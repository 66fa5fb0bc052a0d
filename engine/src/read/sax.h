/**
 * Hands over the elements of an XML document one after the other, with their places, and never builds a tree.
 *
 * What is not well-formed, a DOCTYPE, nesting and size over the limit are refused and reported here; what elements mean
 * is the business of whoever reads them.
 */
#ifndef IMSI_SAX_H
#define IMSI_SAX_H

#include "read/position.h"
#include "read/source.h"

#include <libxml/parser.h>

/** Elements that may be open at once. */
enum { IMSI_SAX_NESTING = 31 };

/** Gets what is read. To give the file up, call imsi_sax_stop and return. */
typedef struct imsi_sax_handler {
  /** Before the first element: names can be asked for. */
  ims_status (*begin)(void *context);
  /** A start tag, at its `<`. `uri` is NULL without a namespace; attributes are five pointers each: local name, prefix,
      namespace, begin and end of the value, which imsi_sax_value has to see. */
  void (*open)(void *context, imsi_place place, const xmlChar *name, const xmlChar *uri, int attribute_count,
               const xmlChar **attributes);
  void (*close)(void *context);
  /** A piece of text inside the innermost element. */
  void (*text)(void *context, const char *text, size_t size);
  void *context;
} imsi_sax_handler;

/** Initialise with `handler`, `reporter`, `source`, `name` (of the file in messages, borrowed), `max_size`, and in
    `position` the file and `.line = 1`. */
typedef struct imsi_sax {
  imsi_sax_handler handler;
  imsi_reporter *reporter;
  imsi_source source;
  const char *name;
  uint64_t max_size, size; /**< bytes allowed, bytes read */
  imsi_position position;
  size_t depth;            /**< open elements */
  ims_status status;       /**< why the file was given up, IMS_OK while it is not */
  xmlParserCtxtPtr parser; /**< while it is read */
  int read_error;          /**< errno of a failed read */
  ims_status input_status; /**< why it was given up below the parser */
  char input_error[128];   /**< and what was said there */
  size_t errors_before;
  imsi_strbuf scratch; /**< of a message, or of a value */
} imsi_sax;

/**
 * Reads the document.
 *
 * @return IMS_OK; IMS_INVALID if any error was reported meanwhile; IMS_IO or IMS_LIMIT, reported; IMS_NOMEM; the status
 * that the handler stopped with. Cost: O(bytes).
 */
ims_status imsi_sax_read(imsi_sax *sax);

/** Gives the file up; the first reason counts. A parser that is stopped lets go of the attributes. */
void imsi_sax_stop(imsi_sax *sax, ims_status status);

/** The parser's own pointer for a name: elements and attributes are told apart by comparing it. NULL: no memory. */
const xmlChar *imsi_sax_name(imsi_sax *sax, const char *name);

/** Makes the value of an attribute what was meant: libxml2 leaves one escape in it. Borrowed until the next call; on
    failure the file is given up. */
void imsi_sax_value(imsi_sax *sax, const char **value, size_t *size);

/** Appends a value for a message: if it is long its beginning and "...". */
void imsi_sax_shorten(imsi_strbuf *text, const char *value, size_t size);

/** Appends a name with its namespace or prefix in front: `{urn:x}name` with braces, `x:name` without; NULL for none. */
void imsi_sax_full_name(imsi_strbuf *text, const xmlChar *space, bool braces, const xmlChar *name);

/** Appends a name to a list with commas. */
void imsi_sax_list(imsi_strbuf *list, const char *name);

#endif
