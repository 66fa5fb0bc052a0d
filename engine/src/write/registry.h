/** The formats that tables can be written in. A new one is a file with its record, and a line here and in registry.c.
 */
#ifndef IMSI_WRITE_REGISTRY_H
#define IMSI_WRITE_REGISTRY_H

#include "ims/table.h"

extern const ims_format imsi_format_text;
extern const ims_format imsi_format_csv;
extern const ims_format imsi_format_tsv;
extern const ims_format imsi_format_json;
extern const ims_format imsi_format_md;
extern const ims_format imsi_format_html;
extern const ims_format imsi_format_fragment;
extern const ims_format imsi_format_xlsx;
extern const ims_format imsi_format_docx;

#endif
