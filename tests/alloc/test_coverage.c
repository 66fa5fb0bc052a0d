/* What `coverage` makes, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

/* every state, kind of document, doubt, claim that a check doubts, and line that takes a demand out */
static const char standards[] =
    "<imsmap version='1'><basis id='b' title='B'/>"
    "<edition id='9001:1' name='Q' kind='requirements'>"
    "<clause number='4' title='F' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision>"
    "<provision id='2'><gist>x</gist><duty kind='document' verb='maintain' condition='c'>d</duty>"
    "<duty kind='record' verb='retain'>r</duty></provision>"
    "<provision id='3' condition='c'><gist>x</gist><item id='a'>x</item></provision></clause>"
    "<clause number='5' force='requirement'/></edition>"
    "<edition id='s:1' name='S' kind='requirements'>"
    "<clause number='1' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision><provision id='2'><gist>x</gist></provision>"
    "<provision id='3'><gist>x</gist></provision><provision id='4'><gist>x</gist></provision></clause>"
    "<clause number='A' title='C' force='control' provisions='all'><provision "
    "id='1'><gist>x</gist></provision></clause>"
    "</edition>"
    "<edition id='g:1' name='G' kind='guidance'><clause number='1' force='guidance'/></edition>"
    "<mapping-set id='m' source='s:1' target='9001:1'>"
    "<relation source='1#1' is='equal' target='4#1' method='as-is'/>"
    "<relation source='1#2' is='subset' target='4' method='extend'/>"
    "<relation source='1#3' is='intersects' target='4#1'/><none source='1#4'/></mapping-set>"
    "<check id='T19' title='T' severity='error' group='system' basis='b'>"
    "<gist>x</gist><member edition='9001:1' of='4'/></check></imsmap>";

static const char given[] =
    "<register version='1'><organization title='O' personnel='2'/>"
    "<system id='QMS' edition='9001:1' scope='s' sites='U; B' certificate='c' valid_until='2026-01-01'/>"
    "<system id='ISMS' edition='s:1' sites='U'/>"
    "<document id='P' title='P' kind='document' clauses='9001:1/4' systems='QMS'/>"
    "<document id='L' title='Policy' kind='document' systems='QMS, ISMS' clauses='9001:1/4#1' approvers='A (ISMS)'/>"
    "<document id='M' title='M' kind='record' clauses='9001:1/4#2' sites='B'/>"
    "<document id='D' title='D' clauses='9001:1/5, s:1/1#4' status='draft'/>"
    "<document id='N' title='N' clauses='9001:1/5' coverage='proposed'/>"
    "<document id='G' title='G' clauses='g:1/1'/>"
    "<control id='A' applicable='yes' documents='P; N'/>"
    "<exclusion clauses='9001:1/4#3' exemption='not applicable' reason='r'/>"
    "<finding id='F' title='F' clauses='9001:1/4#1'/></register>";

static const reports_case cases[] = {
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "at", "2026-11-28" } }, IMS_OK },
  { "coverage", IMS_FORM_LONG, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "for", "isms, QMS" }, { "clauses", "4" } }, IMS_OK },
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "system", "9001" } }, IMS_OK },
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "system", "g" } }, IMS_NOT_FOUND },
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "at", "today" } }, IMS_INVALID },
  { "coverage", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "clauses", "9" } }, IMS_NOT_FOUND },
};

int main(void)
{
  return reports_survive_with(standards, given, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
