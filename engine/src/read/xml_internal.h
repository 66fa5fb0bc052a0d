/** What the files of the XML reader share: what is being read, and how it is reported. */
#ifndef IMSI_XML_INTERNAL_H
#define IMSI_XML_INTERNAL_H

#include "read/position.h"
#include "read/records.h"
#include "read/xml.h"

typedef struct imsi_reader {
  imsi_records records;
  xmlParserCtxtPtr parser;
  imsi_source source;
  uint64_t max_size, size; /* bytes allowed, bytes read */
  int read_error;          /* errno of a failed read */
  ims_status status;       /* why the file was given up, IMS_OK while it is not */
  ims_status input_status; /* the same, of what is below the parser */
  char input_error[128];   /* and what it said */
  size_t errors_before;
  size_t skipping;  /* open elements inside one that is skipped, that one included */
  imsi_strbuf text; /* of the open element, or of an attribute's value, or of a message */
  imsi_position position;
  const xmlChar *element_names[IMSI_E_COUNT];
  const xmlChar *attribute_names[IMSI_A_COUNT]; /* the parser's own pointers: compared, not read */
  imsi_vec id_known;                            /* of uint8_t by symbol: 1 = checked as an id, 2 = as a reference */
} imsi_reader;

/** Gives the file up; the first reason counts. */
void imsi_reader_stop(imsi_reader *r, ims_status status);

/** Reports a problem at a place, with up to three arguments. */
void imsi_reader_report(imsi_reader *r, ims_diag_id id, imsi_place place, const char *a, const char *b, const char *c);

/** The innermost open element. */
imsi_frame *imsi_reader_top(imsi_reader *r);

/** Appends a name to a list with commas. */
void imsi_reader_list(imsi_strbuf *list, const char *name);

/** Takes the attributes of the innermost element as libxml2 hands them over, five pointers each: checks them by the
   rule, reports what is wrong and marks the element as broken, and leaves the values in the records. */
void imsi_reader_attributes(imsi_reader *r, const imsi_element_rule *rule, int count, const xmlChar **attributes);

#endif
