/** Turns elements whose attributes were checked into records of the builder. Knows the format, not the parser. */
#ifndef IMSI_RECORDS_H
#define IMSI_RECORDS_H

#include "model/builder.h"
#include "read/grammar.h"

/** An attribute's value: its symbol, and its number where it has one (index of a word, strength, thousandths). */
typedef struct imsi_value {
  bool given;
  imsi_symbol symbol;
  int number;
} imsi_value;

enum { IMSI_FRAMES = 32 };

/** An element that is open. */
typedef struct imsi_frame {
  imsi_element element;
  bool broken;        /**< something about it is wrong: its parts are checked, not kept */
  bool text_reported; /**< it was told that it holds no text */
  uint8_t rank;       /**< of the last child */
  imsi_element last;  /**< the last child */
  uint64_t children;  /**< bit set of the children seen */
  imsi_place place;
  uint32_t index;   /**< what the builder calls it */
  imsi_symbol name; /**< of a clause: its number; of an item: its id */
} imsi_frame;

/** What is being read. */
typedef struct imsi_records {
  imsi_builder *builder;
  imsi_reporter *reporter;
  imsi_value values[IMSI_A_COUNT]; /**< of the element being opened; only those in its rule are valid */
  imsi_frame frames[IMSI_FRAMES];  /**< frames[0] stands for the document */
  size_t depth;                    /**< index of the innermost open frame */
  imsi_raw_row defaults;           /**< of the open mapping-set */
  imsi_raw_row row;                /**< of the open relation or verdict */
  imsi_raw_row_text texts;
  imsi_raw_amendment amendment;
  imsi_raw_duty duty;
  imsi_raw_link link;
  imsi_raw_aspect aspect;
  imsi_raw_decision decision;
  uint32_t item_parent;
  imsi_symbol overlay; /**< edition of the open overlay */
  imsi_strbuf scratch;
  imsi_strbuf notes; /**< of what is open and keeps its notes as one text */
} imsi_records;

/** Acts on the innermost frame, whose values are set. Returns IMS_OK, IMS_NOMEM or IMS_LIMIT. */
ims_status imsi_records_open(imsi_records *records);

/** Acts on the end of the innermost frame; `text` is what it holds, white space folded (0 for an element without). */
ims_status imsi_records_close(imsi_records *records, imsi_symbol text);

/** Tells the builder that the file broke off with this frame open. */
void imsi_records_break_off(imsi_records *records);

#endif
