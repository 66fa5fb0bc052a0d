#include "unit/check/fixture_check.h"

enum { MOST_LINES = 128 };

/* Lines for all 93 controls, complete but for those in `left`, which ends with NULL; then those of `more`, which too.
 */
static void expect(const char *const *left, const char *const *more, const char *expected)
{
  static const int counts[] = { 37, 8, 14, 34 };
  static char texts[MOST_LINES][96];
  const char *lines[MOST_LINES] = { ISMS };
  size_t count = 1;
  for (int group = 0; group < 4; group++)
    for (int i = 1; i <= counts[group]; i++) {
      char id[16];
      bool leave = false;
      snprintf(id, sizeof id, "A.%d.%d", group + 5, i);
      for (size_t k = 0; left[k]; k++)
        leave = leave || strcmp(left[k], id) == 0;
      snprintf(texts[count], sizeof *texts,
               "control id=%s systems=ISMS applicable=yes reason=Risk implementation=implemented", id);
      lines[count] = texts[count];
      count += !leave;
    }
  for (size_t k = 0; more[k]; k++)
    lines[count++] = more[k];
  fixture_expect_found("T16", lines, count, expected);
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NOTHING ((const char *const[]){ NULL })

Test(soa_incomplete, all_controls_decided_on_is_complete)
{
  expect(NOTHING, NOTHING, "");
}

Test(soa_incomplete, undecided_controls_are_counted_and_named)
{
  expect(LIST("A.5.7", "A.8.34"), LIST("control id=A.8.34 systems=ISMS"),
         "2:1 error: ISMS | 27001:2022/6.1.3#d, requirement | ISMS\n"
         "  2 of 93 controls are not decided on: A.5.7, A.8.34\n"
         "  decide on each, and write why\n");
}

Test(soa_incomplete, an_included_control_needs_a_reason_and_a_state)
{
  expect(LIST("A.5.1", "A.5.2", "A.5.3"),
         LIST("control id=A.5.1 systems=ISMS applicable=yes reason=Risk",
              "control id=A.5.2 systems=ISMS applicable=yes implementation=planned",
              "control id=A.5.3 systems=ISMS applicable=no reason_out=None", "control id=OWN-1 applicable=yes"),
         "92:1 error: A.5.1 | 27001:2022/6.1.3#d, requirement | ISMS\n"
         "  control A.5.1 is included, and nothing says whether it is implemented\n"
         "  fill in what is missing\n"
         "93:1 error: A.5.2 | 27001:2022/6.1.3#d, requirement | ISMS\n"
         "  control A.5.2 is included without a reason\n"
         "  fill in what is missing\n"
         "95:1 error: OWN-1 | 27001:2022/6.1.3#d, requirement | ISMS\n"
         "  control OWN-1 is included without a reason, and nothing says whether it is implemented\n"
         "  fill in what is missing\n");
}

Test(soa_incomplete, without_a_statement_nothing_can_be_said)
{
  fixture_expect_found("T16", LINES(QMS, ISMS),
                       "not looked for (ISMS): the register has no Statement of Applicability for ISMS\n");
}
