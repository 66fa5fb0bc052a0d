/* Rows that contradict each other, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"
#include "query/reach.h"

#include <stdlib.h>

static const char broken[] =
    "<imsmap version='1'><edition id='a:1' name='A'><clause number='4' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision><provision id='2'><gist>y</gist></provision></clause></edition>"
    "<edition id='b:1' name='B'><clause number='1' force='requirement'/></edition>"
    "<edition id='c:1' name='C'><clause number='1' force='requirement'/></edition>"
    "<mapping-set id='m' source='a:1' target='b:1'><relation source='4#1' is='subset' target='1'/>"
    "<relation source='4#2' is='subset' target='1'/></mapping-set>"
    "<mapping-set id='n' source='a:1' target='c:1'><relation source='4' is='superset' target='1'/></mapping-set>"
    "<mapping-set id='o' source='b:1' target='c:1'><relation source='1' is='disjoint' target='1'/></mapping-set>"
    "</imsmap>";

static const reports_case cases[] = {
  { "consistency", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "consistency", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "with-parents", NULL }, { "reading", "strict" } }, IMS_OK },
  { "consistency", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reading", "lax" } }, IMS_INVALID },
};

/* A walk that fails leaves nothing behind, and the next one is as good as any. */
static bool walks(void)
{
  static const imsi_arc arcs[] = {
    { 0, 1, IMS_SUBSET }, { 1, 2, IMS_SUBSET }, { 2, 3, IMS_EQUAL }, { 0, 3, IMS_EQUAL }
  };
  bool good = true;
  const long before = wrap_live();
  for (long n = 0; good; n++) {
    imsi_vec reached = IMSI_VEC(imsi_reached);
    imsi_reach *reach = NULL;
    wrap_fail_at(n);
    ims_status status = imsi_reach_new(4, arcs, sizeof arcs / sizeof *arcs, &reach);
    if (!status)
      status = imsi_reach_from(reach, 0, 3, &reached);
    const bool reached_it = wrap_count() > n;
    wrap_fail_at(-1);
    good = status == (reached_it ? IMS_NOMEM : IMS_OK);
    if (good && reach)
      good = !imsi_reach_from(reach, 0, 3, &reached) && reached.count == 3 &&
             IMSI_AT(imsi_reached, &reached, 1).relation == IMS_CONTRADICTION;
    imsi_reach_free(reach);
    imsi_vec_free(&reached);
    if (!reached_it)
      break;
  }
  return good && wrap_live() == before;
}

int main(void)
{
  const bool good = reports_survive_on(broken, cases, sizeof cases / sizeof *cases);
  return walks() && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
