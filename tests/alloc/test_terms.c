/* What `terms` and `correlate --terms` make, with every allocation failing in turn: no memory, no table, nothing kept.
 */
#include "alloc/reports.h"

#include <stdlib.h>

/* a word that means the same, another thing, something that follows, and something that nobody compared */
static const char words[] =
    "<imsmap version='1'><basis id='b' title='B'/>"
    "<edition id='v:1' name='V'><term id='x' name='Same' number='1'><gist>x</gist><note>n</note></term>"
    "<term id='y' name='other'><gist>y</gist></term><term id='z' name='open'><gist>z</gist></term>"
    "<term id='g' name='gone'><gist>g</gist></term><term id='a' name='apart'><gist>a</gist></term></edition>"
    "<edition id='w:1' name='W' vocabulary='v:1'><term id='x' name='same'><gist>x</gist></term>"
    "<term id='y' name='other'><gist>y</gist></term><term id='z' name='open'><gist>z</gist></term>"
    "<term id='a' name='apart'><gist>a</gist></term></edition>"
    "<edition id='u:1' name='U' vocabulary='v:1'><term id='y' name='no other'><gist>y</gist></term></edition>"
    "<edition id='n:1' name='N' vocabulary='w:1'/><edition id='e:1' name='E'/>"
    "<mapping-set id='m' source='v:1' target='w:1' basis='b'><relation source='term:x' is='equal' target='term:x'>"
    "<common>c</common></relation><relation source='term:y' is='subset' target='term:y'/>"
    "<relation source='term:a' is='disjoint' target='term:a'/><none source='term:g'><note>n</note></none></mapping-set>"
    "<mapping-set id='n' source='u:1' target='w:1'><relation source='term:y' is='superset' target='term:y'/>"
    "</mapping-set></imsmap>";

/* n uses the words of w */
#define V_TO_N                                                                                                         \
  { "terms", NULL }, { "pivot", "v" },                                                                                 \
  {                                                                                                                    \
    "other", "n"                                                                                                       \
  }

static const reports_case cases[] = {
  { "terms", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_INLINE, { { NULL, NULL } }, IMS_OK },
  { "terms", IMS_FORM_LONG, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "word", "same" } }, IMS_OK },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_INLINE, { { "word", "other" } }, IMS_OK },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "word", "o" } }, IMS_OK },
  { "terms", IMS_FORM_LONG, IMS_WORDS_NONE, { { "word", "o" } }, IMS_OK },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "word", "none" } }, IMS_NOT_FOUND },
  { "terms", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "word", "" } }, IMS_INVALID },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_INLINE, { V_TO_N }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, { V_TO_N, { "reverse", NULL } }, IMS_OK },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { V_TO_N }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { V_TO_N, { "other", "e" } }, IMS_INVALID },
};

int main(void)
{
  return reports_survive_on(words, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
