/* What `cover` makes, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

/* every state: covered by one, jointly, through items, in part with words, not at all, and unknown */
static const char standards[] =
    "<imsmap version='1'><basis id='b' title='B'/>"
    "<edition id='a:1' name='A'><clause number='1' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision><provision id='2'><gist>x</gist></provision>"
    "<provision id='3'><gist>x</gist><item id='a'>x</item><item id='b'>x</item></provision>"
    "<provision id='4'><gist>x</gist></provision><provision id='5'><gist>x</gist></provision>"
    "<provision id='6' force='control'><gist>x</gist></provision></clause>"
    "<clause number='2' force='requirement'/></edition>"
    "<edition id='h:1' name='H'><clause number='1' force='common' provisions='all'><provision id='1'><gist>x</gist>"
    "</provision><provision id='2'><gist>x</gist></provision></clause></edition>"
    "<edition id='s:1' name='S'><clause number='1' force='requirement' provisions='all'><provision "
    "id='1'><gist>x</gist>"
    "</provision><provision id='2'><gist>x</gist></provision></clause><clause number='2' force='control' "
    "provisions='all'><provision id='1'><gist>x</gist></provision></clause></edition>"
    "<edition id='g:1' name='G'><clause number='1' force='guidance'/></edition>"
    "<mapping-set id='m' source='a:1' target='s:1' basis='b'><relation source='1#1' is='equal' target='1#1'/>"
    "<relation source='1#a' is='subset' target='1#2'/><relation source='1#b' is='subset' target='2#1'/>"
    "<relation source='1#4' is='intersects' target='1#2'><common>c</common><source-only>s</source-only></relation>"
    "<none source='1#5' confidence='0.5'/></mapping-set>"
    "<mapping-set id='n' source='a:1' target='h:1'><relation source='1#2' is='subset' target='1'/></mapping-set>"
    "<mapping-set id='o' source='h:1' target='s:1'><relation source='1#1' is='subset' target='1#2'/>"
    "<relation source='1#2' is='subset' target='2#1'/></mapping-set></imsmap>";

#define ALL                                                                                                            \
  {                                                                                                                    \
    { "target", "a" },                                                                                                 \
    {                                                                                                                  \
      "by", "s"                                                                                                        \
    }                                                                                                                  \
  }

static const reports_case cases[] = {
  { "cover", IMS_FORM_WIDE, IMS_WORDS_NONE, ALL, IMS_OK },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_INLINE, ALL, IMS_OK },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, ALL, IMS_OK },
  { "cover", IMS_FORM_LONG, IMS_WORDS_NONE, ALL, IMS_OK },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "target", "a/1" }, { "target", "h" }, { "by", "s/1#2" } }, IMS_OK },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "target", "a" }, { "by", "a/1" } }, IMS_INVALID },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "target", "a" }, { "by", "g" } }, IMS_INVALID },
  { "cover", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "target", "a" }, { "by", "z" } }, IMS_NOT_FOUND },
};

int main(void)
{
  return reports_survive_on(standards, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
