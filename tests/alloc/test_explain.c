/* What explains and what is touched, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

#define EXPLAIN(form, words, a_, b_)                                                                                   \
  {                                                                                                                    \
    "explain", form, words, { { "a", a_ }, { "b", b_ }, { "all", NULL } }, IMS_OK                                      \
  }
#define IMPACT(form, words, reference)                                                                                 \
  {                                                                                                                    \
    "impact", form, words, { { "reference", reference }, { "in", "b" }, { "in", "c" } }, IMS_OK                        \
  }

#define CLAUSE(number, more, body) "<clause number='" number "' force='requirement' " more ">" body "</clause>"
#define P(id) "<provision id='" id "'><gist>x" id "</gist><item id='i" id "'>i</item></provision>"

/* a and b are equal over their parts and in parts over the hub, c is near to both and nothing is known of it */
static const char world[] =
    "<imsmap version='1'>"
    "<edition id='a:1' name='A' default='yes'>" CLAUSE("1", "provisions='all'", P("1") P("2"))
        CLAUSE("2", "",
               "") "<clause number='3' title='g' force='guidance'/></edition>"
                   "<edition id='b:1' name='B' default='yes'>" CLAUSE(
                       "1", "provisions='all'",
                       P("1")
                           P("2")) "</edition>"
                                   "<edition id='c:1' name='C' default='yes'>" CLAUSE("1", "", P("1")) CLAUSE(
                                       "2", "",
                                       "") "</edition>"
                                           "<edition id='h:1' name='H' hub='yes'>" CLAUSE(
                                               "1", "",
                                               P("1")) "</edition>"
                                                       "<mapping-set id='ab' source='a:1' target='b:1'><relation "
                                                       "source='1#1' is='equal' target='1#1'><common>y</common>"
                                                       "</relation><relation source='1#2' is='equal' "
                                                       "target='1#2'/><guidance source='3' target='1#1'/></mapping-set>"
                                                       "<mapping-set id='ah' source='a:1' target='h:1'><relation "
                                                       "source='1#1' is='equal' target='1#1' method='extend'/>"
                                                       "</mapping-set>"
                                                       "<mapping-set id='bh' source='b:1' target='h:1'><relation "
                                                       "source='1#1' is='equal' target='1#1'/></mapping-set>"
                                                       "<mapping-set id='bc' source='b:1' target='c:1'><relation "
                                                       "source='1#2' is='intersects' target='1#1'/>"
                                                       "<none target='2'/></mapping-set>"
                                                       "<mapping-set id='ca' source='c:1' target='a:1'><relation "
                                                       "source='1#1' is='intersects' target='2'/></mapping-set>"
                                                       "</imsmap>";

static const reports_case cases[] = {
  EXPLAIN(IMS_FORM_WIDE, IMS_WORDS_NONE, "a/1", "b/1"),
  EXPLAIN(IMS_FORM_LONG, IMS_WORDS_NONE, "a/1", "b/1"),
  EXPLAIN(IMS_FORM_WIDE, IMS_WORDS_INLINE, "a/1#1", "b/1#1"),
  EXPLAIN(IMS_FORM_WIDE, IMS_WORDS_NONE, "b/1#2", "a/2"),
  EXPLAIN(IMS_FORM_LONG, IMS_WORDS_NONE, "b/1", "c/2"),
  EXPLAIN(IMS_FORM_WIDE, IMS_WORDS_NONE, "a/1#1", "a/3"),
  EXPLAIN(IMS_FORM_LONG, IMS_WORDS_NONE, "a/1", "a/1"),
  { "explain", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "a", "a/1" } }, IMS_INVALID },
  { "explain", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "a", "a/1" }, { "b", "b/9" } }, IMS_NOT_FOUND },
  IMPACT(IMS_FORM_WIDE, IMS_WORDS_INLINE, "a/1"),
  IMPACT(IMS_FORM_LONG, IMS_WORDS_NONE, "a/1#1"),
  IMPACT(IMS_FORM_WIDE, IMS_WORDS_NONE, "c/2"),
  { "impact", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reference", "a/1" }, { "reference", "b/1#2" } }, IMS_OK },
  { "impact", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reference", "a/3" } }, IMS_INVALID },
};

int main(void)
{
  return reports_survive_on(world, cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
