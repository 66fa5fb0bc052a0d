/** A register against the complete document, with an entry of every kind that reports look at. */
#ifndef COMPLETE_REGISTER_H
#define COMPLETE_REGISTER_H

#include "ims/register.h"

#include <string.h>

static const char complete_register_text[] =
    "<register version='1'>\n"
    "  <organization title='Provider Ltd' personnel='85'/>\n"
    "  <system id='QMS' edition='a:2' scope='All' sites='Ulm; Bonn' certificate='by X' valid_until='2027-01-01'/>\n"
    "  <system id='ISMS' edition='c:1' sites='Ulm'/>\n"
    "  <document id='P' title='Policy' kind='document' clauses='a:2/4.1, c:1/4#2, a:2/99' systems='QMS'/>\n"
    "  <document id='M' title='Minutes' kind='record' clauses='a:2/4.1#1' sites='Ulm'/>\n"
    "  <document id='D' title='Draft' clauses='a:2/5' status='draft'/>\n"
    "  <document id='N' title='New' clauses='a:2/5' coverage='proposed'/>\n"
    "  <control id='A.5.1' applicable='yes' documents='P'/>\n"
    "  <exclusion clauses='a:2/4.2' exemption='no occurrence' reason='nobody asks'/>\n"
    "  <finding id='F' title='Late' clauses='a:2/4.1#2' grade='minor'/>\n"
    "</register>\n";

/** Reads a register of elements; NULL if it cannot be read. Free it before the model. */
static inline ims_register *complete_register_of(const ims_model *model, const char *xml)
{
  ims_register_reader *reader = NULL;
  ims_register *given = NULL;
  if (!ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader) &&
      !ims_register_reader_memory(reader, "register.xml", xml, strlen(xml)))
    ims_register_reader_finish(reader, &given);
  ims_register_reader_free(reader);
  return given;
}

/** The register above. */
static inline ims_register *complete_register(const ims_model *model)
{
  return complete_register_of(model, complete_register_text);
}

#endif
