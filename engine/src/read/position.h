/** Where in a file the parser is, in lines and bytes; libxml2 itself counts lines well and columns not. */
#ifndef IMSI_POSITION_H
#define IMSI_POSITION_H

#include "model/raw.h"

#include <libxml/parser.h>

/** Initialise with the file and `.line = 1`. */
typedef struct imsi_position {
  uint32_t file;
  uint32_t line;       /**< the last line whose beginning is known ... */
  uint64_t line_start; /**< ... and its offset in bytes */
  uint64_t text_end;   /**< offset of the end of the last text */
} imsi_position;

/** To be told of every text that goes by: it ends where a tag begins, and holds line breaks. */
void imsi_position_pass_text(imsi_position *position, const xmlParserInput *input, const xmlChar *text, size_t size);

/** To be told of the beginning of the document, after its declaration, and of comments and the like: `text` is what
    they hold, `closing` the size of what ends them; the parser stands behind it. */
void imsi_position_begin(imsi_position *position, const xmlParserInput *input);
void imsi_position_pass_markup(imsi_position *position, const xmlParserInput *input, const xmlChar *text, size_t size,
                               size_t closing);

/** The place of the `<` of the start tag, or of the DOCTYPE, at whose end the parser stands. */
imsi_place imsi_position_of_tag(imsi_position *position, const xmlParserInput *input);
imsi_place imsi_position_of_doctype(imsi_position *position, const xmlParserInput *input);

/** The place where the parser stands. */
imsi_place imsi_position_here(imsi_position *position, const xmlParserInput *input);

#endif
