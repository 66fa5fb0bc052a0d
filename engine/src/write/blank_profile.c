/* A profile to fill in: elements for what is known, and a comment before each with what may be said. */

#include "base/out.h"
#include "write/blank_internal.h"
#include "write/common.h"

static const ims_entry_kind kinds[] = { IMS_ENTRY_ORGANIZATION, IMS_ENTRY_SYSTEM };

static void put_element(imsi_out *out, ims_entry_kind kind, const imsi_blank_row *row)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  imsi_out_text(out, "  <");
  imsi_out_text(out, ims_entry_kind_key(kind));
  for (size_t i = 0; i < count; i++) {
    const char *text = row->texts[fields[i]];
    if (!text)
      continue;
    imsi_out_text(out, " ");
    imsi_out_text(out, ims_field_key(fields[i]));
    imsi_out_text(out, "=\"");
    imsi_write_xml(out, text);
    imsi_out_text(out, "\"");
  }
  imsi_out_text(out, "/>\n");
}

static void put_help(imsi_out *out, ims_entry_kind kind)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  imsi_out_text(out, "\n  <!-- ");
  imsi_out_text(out, ims_entry_kind_key(kind));
  imsi_out_text(out, kind == IMS_ENTRY_SYSTEM ? ": one for each management system, such as\n       <system id=\"ISMS\" "
                                                "edition=\"27001:2022\" scope=\"Hosting\" sites=\"Rostock\"/>\n"
                                              : ": such as <organization title=\"Example Ltd\" personnel=\"85\"/>\n");
  for (size_t i = 0; i < count; i++) {
    imsi_out_text(out, "       ");
    imsi_out_text(out, ims_field_key(fields[i]));
    imsi_out_text(out, ims_field_required(kind, fields[i]) ? " (needed): " : ": ");
    imsi_out_text(out, imsi_blank_note(kind, fields[i]));
    imsi_out_text(out, "\n");
  }
  imsi_out_text(out, "       Days are written 2026-11-28. -->\n");
}

static ims_status put_profile(const imsi_blank_known *known, ims_sink sink)
{
  imsi_out out = { .sink = sink };
  imsi_out_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<!-- Who we are. imsmap reads this file where it finds it: here, or in a folder above. -->\n"
                      "<register version=\"1\">");
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    imsi_blank_row one;
    size_t count;
    const imsi_blank_row *rows = imsi_blank_rows(known, kinds[i], &one, &count);
    put_help(&out, kinds[i]);
    for (size_t row = 0; row < count; row++)
      put_element(&out, kinds[i], &rows[row]);
  }
  imsi_out_text(&out, "</register>\n");
  return imsi_out_end(&out);
}

ims_status ims_blank_profile(const ims_model *model, const ims_blank *given, ims_diag_sink diags, ims_sink sink)
{
  imsi_blank_known known = IMSI_BLANK_KNOWN;
  ims_status status = imsi_blank_know(model, given, diags, &known);
  if (!status)
    status = put_profile(&known, sink);
  imsi_blank_known_free(&known);
  return status;
}
