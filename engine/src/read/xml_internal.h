/** What the files of the XML reader share: what is being read, and how it is reported. */
#ifndef IMSI_XML_INTERNAL_H
#define IMSI_XML_INTERNAL_H

#include "read/records.h"
#include "read/sax.h"
#include "read/xml.h"

typedef struct imsi_reader {
  imsi_records records;
  imsi_sax sax;
  size_t skipping;  /* open elements inside one that is skipped, that one included */
  imsi_strbuf text; /* of the open element */
  const xmlChar *element_names[IMSI_E_COUNT];
  const xmlChar *attribute_names[IMSI_A_COUNT]; /* the parser's own pointers: compared, not read */
  imsi_vec id_known;                            /* of uint8_t by symbol: 1 = checked as an id, 2 = as a reference */
} imsi_reader;

/** Reports a problem at a place, with up to three arguments. */
void imsi_reader_report(imsi_reader *r, ims_diag_id id, imsi_place place, const char *a, const char *b, const char *c);

/** The innermost open element. */
imsi_frame *imsi_reader_top(imsi_reader *r);

/** Takes the attributes of the innermost element as libxml2 hands them over, five pointers each: checks them by the
   rule, reports what is wrong and marks the element as broken, and leaves the values in the records. */
void imsi_reader_attributes(imsi_reader *r, const imsi_element_rule *rule, int count, const xmlChar **attributes);

#endif
