/* What `gap` makes of a register, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

/* every state, one's own and another's method, a clause as a whole, and lines that take a demand out */
static const char standards[] =
    "<imsmap version='1'>"
    "<edition id='q:1' name='Q' kind='requirements'><clause number='4' title='F' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision><provision id='2'><gist>x</gist></provision></clause></edition>"
    "<edition id='s:1' name='S' kind='requirements' discipline='d'>"
    "<clause number='1' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision><provision id='2'><gist>x</gist></provision>"
    "<provision id='3'><gist>x</gist></provision><provision id='4'><gist>x</gist></provision>"
    "<provision id='5' condition='c'><gist>x</gist><duty kind='document' verb='maintain'>d</duty>"
    "<duty kind='record' verb='retain'>r</duty></provision></clause>"
    "<clause number='A' title='C' force='control' provisions='all'><provision id='1'><gist>x</gist></provision>"
    "<provision id='2'><gist>x</gist></provision></clause></edition>"
    "<edition id='t:1' name='T' kind='requirements'><clause number='1' force='requirement'/></edition>"
    "<mapping-set id='m' source='s:1' target='q:1'>"
    "<relation source='1#1' is='equal' target='4#1' method='as-is'/>"
    "<relation source='1#2' is='subset' target='4' method='extend'/>"
    "<relation source='1#3' is='intersects' target='4#1'><source-only>s</source-only></relation>"
    "<none source='1#4'/></mapping-set></imsmap>";

static const char given[] =
    "<register version='1'><organization title='O'/><system id='QMS' edition='q:1'/><system id='ISMS' edition='s:1'/>"
    "<document id='P' title='P' kind='document' clauses='q:1/4, s:1/1#5' systems='QMS, ISMS'/>"
    "<document id='R' title='R' kind='document' clauses='q:1/4#2' systems='QMS'/>"
    "<document id='D' title='D' clauses='s:1/1#4' status='draft'/>"
    "<control id='A' applicable='yes' documents='P'/>"
    "<exclusion clauses='s:1/A#2' exemption='no occurrence' reason='r'/>"
    "<finding id='F' title='F' clauses='s:1/A#1'/></register>";

static const reports_case cases[] = {
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "want", "s" } }, IMS_OK },
  { "gap", IMS_FORM_LONG, IMS_WORDS_NONE, { { "want", "s" }, { "sort", "effort" } }, IMS_OK },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "want", "t,q" }, { "have", "s" } }, IMS_OK },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "want", "s" }, { "have", "q" }, { "without", "q/4#1" } }, IMS_OK },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "want", "s" }, { "have", "s" } }, IMS_INVALID },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "want", "s" }, { "for", "x" } }, IMS_NOT_FOUND },
};

int main(void)
{
  return reports_survive_with(standards, given, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
