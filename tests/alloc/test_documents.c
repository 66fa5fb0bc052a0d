/* The reports on the documents of a register, in all their forms. */

#include "alloc/reports.h"

#include <stdlib.h>

static const char held[] =
    "<register version='1'>\n"
    "<organization title='Example'/>\n"
    "<system id='A' edition='a:2' scope='all'/><system id='C' edition='c:1'/><system id='B' edition='a:2'/>\n"
    "<document id='P' title='Policy' kind='document' systems='A, B, C' clauses='a:2/4.1; c:1/4' processes='P2, P9'/>\n"
    "<document id='R' title='Minutes' kind='record' systems='A' clauses='a:2/4.1#1'/>\n"
    "<document id='Q' title='Proposal' systems='A' coverage='proposed' clauses='a:2/4.2'/>\n"
    "<document id='O' title='Old' status='obsolete' systems='A' clauses='a:2/4.2; g:1/4'/>\n"
    "<document id='N' title='Nothing'/>\n"
    "<process id='P1' title='One' systems='A' clauses='a:2/4.2' documents='P; GONE'/>\n"
    "<process id='P2' title='Two'/>\n"
    "<exclusion systems='C' clauses='c:1/4#2' exemption='no occurrence' reason='no beans'/>\n"
    "</register>\n";

static const reports_case cases[] = {
  { "duties", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "duties", IMS_FORM_LONG, IMS_WORDS_NONE, { { "for", "A" }, { "at", "2026-01-01" } }, IMS_OK },
  { "duties", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "for", "x" } }, IMS_NOT_FOUND },
  { "matrix", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "matrix", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "by", "document" } }, IMS_OK },
  { "matrix", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "by", "process" } }, IMS_OK },
  { "matrix", IMS_FORM_LONG, IMS_WORDS_NONE, { { "by", "process" } }, IMS_OK },
  { "matrix", IMS_FORM_LONG, IMS_WORDS_NONE, { { "by", "x" } }, IMS_INVALID },
  { "shared", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "most", "1" } }, IMS_OK },
  { "shared", IMS_FORM_LONG, IMS_WORDS_NONE, { { "most", "1" } }, IMS_OK },
  { "shared", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "for", "A" } }, IMS_OK },
  { "shared", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "most", "x" } }, IMS_INVALID },
};

int main(void)
{
  return reports_survive_with(complete_document(), held, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS
                                                                                              : EXIT_FAILURE;
}
