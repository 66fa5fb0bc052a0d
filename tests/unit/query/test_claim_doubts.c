#include "query/claim_doubts.h"

#include "property/tables.h"
#include "unit/fixture_register.h"

#include <stdio.h>

/* "D1 27001:2022/10.1 T30 27001:2022/10.2, ...": document, what it claims, check, what fits or the systems. */
static const char *doubts_of(const char *const *lines, size_t count, char *text, size_t size)
{
  ims_model *model = tables_builtin();
  ims_register *given = fixture_register(model, lines, count);
  imsi_vec doubts = IMSI_VEC(imsi_claim_doubt);
  size_t used = 0;
  text[0] = '\0';
  cr_assert_eq(imsi_claim_doubts_find(model, given, &doubts), IMS_OK);
  for (size_t i = 0; i < doubts.count; i++) {
    const imsi_claim_doubt *doubt = &IMSI_AT(imsi_claim_doubt, &doubts, i);
    const ims_claim *claim = ims_claim_at(given, doubt->claim);
    const bool fits = doubt->fits.index != IMS_NO_NODE;
    const int length = snprintf(text + used, size - used, "%s %s %s %s%d\n", ims_entry_name(given, claim->entry),
                                ims_node_name(model, claim->node), doubt->check->id,
                                fits ? ims_node_name(model, doubt->fits) : "for ", (int)doubt->systems);
    used += (size_t)length;
    cr_assert_lt(used, size);
  }
  imsi_vec_free(&doubts);
  ims_register_free(given);
  ims_model_free(model);
  return text;
}

#define EXPECT_DOUBTS(expected, ...)                                                                                   \
  do {                                                                                                                 \
    static const char *const lines_[] = { __VA_ARGS__ };                                                               \
    char text_[512];                                                                                                   \
    cr_expect_str_eq(doubts_of(lines_, sizeof lines_ / sizeof *lines_, text_, sizeof text_), expected);                \
  } while (0)

#define QMS "system id=QMS edition=9001:2015"
#define SMS "system id=SMS edition=20000-1:2018"
#define ISMS "system id=ISMS edition=27001:2022"

Test(claim_doubts, all_checks_on_single_claims_are_asked_and_told_by_claim)
{
  EXPECT_DOUBTS("PLN 8.6.1 T04 8.4.30\n"
                "SMP 6.3 T29 6.30\n"
                "PR 10.1 T04 10.20\n"
                "PR 10.1 T30 10.20\n",
                QMS, SMS, ISMS, "document id=PLN title=Capacity plan clauses=20000-1:2018/8.6.1",
                "document id=SMP title=Service management plan clauses=9001:2015/6.3",
                "document id=PR title=Corrective action clauses=27001:2022/10.1");
}

Test(claim_doubts, what_nobody_approved_for_a_system_is_doubted_for_that_alone)
{
  EXPECT_DOUBTS("POL 5.2 T19 for 2\n", QMS, ISMS,
                "document id=POL title=Policy systems=QMS,ISMS clauses=9001:2015/5.2,27001:2022/5.2 approvers=A (QMS)");
  EXPECT_DOUBTS("", QMS, ISMS,
                "document id=POL title=Policy systems=QMS,ISMS clauses=9001:2015/5.2,27001:2022/5.2 approvers=A");
}

Test(claim_doubts, what_fits_is_not_doubted)
{
  EXPECT_DOUBTS("", QMS, SMS, ISMS, "document id=PLN title=Capacity plan clauses=20000-1:2018/8.4.3",
                "document id=PR title=Corrective action clauses=27001:2022/10.2");
}
