/** Standards and a register for the tests of reports on documents. */
#ifndef FIXTURE_DOCUMENTS_H
#define FIXTURE_DOCUMENTS_H

#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

#define TWO "kind='requirements' default='yes'"
#define ASKS(id, more, body) "<provision id='" id "' " more "><gist>W" id ".</gist>" body "</provision>"
#define DUTY(kind, more, text) "<duty kind='" kind "' verb='retain' " more ">" text "</duty>"
#define REUSED(source, is, target, more) "<relation source='" source "' is='" is "' target='" target "' " more "/>\n"
#define CONTROL(number, body)                                                                                          \
  "<clause number='" number "' title='T" number "' force='control' provisions='all'>" body "</clause>"

/* In pieces, which clang-format leaves alone. */
static const char *const fixture_standards_pieces[] = {
  "<imsmap version='1'>\n<basis id='b1' title='One'/>\n",
  "<edition id='9001:2015' name='ISO 9001:2015' " TWO ">",
  CLAUSE("4", ALL, ASKS("1", "applies='system'", "") ASKS("2", "applies='every-process'", "")),
  CLAUSE("5", ALL,
         ASKS("1", "applies='owner' status='proposed' confidence='0.9' basis='b1'",
              DUTY("document", "basis='b1'", "policy") "<note>Seen once.</note>")),
  CLAUSE("6", ALL,
         ASKS("1", "condition='it is used'",
              DUTY("record", "", "minutes") DUTY("document", "condition='asked for'", "plan"))),
  CLAUSE("8", ALL, PARTED("1", "requirement", "Six.", ITEM("a", "A.") ITEM("b", "B."))),
  "</edition>\n",
  "<edition id='27001:2022' name='ISO 27001:2022' " TWO ">",
  CLAUSE("4", ALL, ASKS("1", "", "") ASKS("2", "", "")),
  CLAUSE("5", ALL, ASKS("1", "", DUTY("document", "", "policy"))),
  CLAUSE("6", ALL, ASKS("1", "", DUTY("record", "", "results"))),
  CONTROL("A.1", ASKS("1", "", DUTY("document", "", "rules"))),
  "</edition>\n",
  "<edition id='g:1' name='G' kind='guidance'><clause number='1' title='G' force='guidance'/></edition>\n",
  "<mapping-set id='m' source='9001:2015' target='27001:2022'>\n",
  REUSED("4#1", "equal", "4#1", "method='as-is'"),
  REUSED("5#1", "intersects", "5#1", "method='extend'"),
  REUSED("6#1", "equal", "6#1", "method='as-is' record='shared'"),
  "</mapping-set>\n</imsmap>\n",
};

static inline ims_model *fixture_standards(void)
{
  static char text[8192];
  *text = '\0';
  for (size_t i = 0; i < sizeof fixture_standards_pieces / sizeof *fixture_standards_pieces; i++)
    strcat(text, fixture_standards_pieces[i]);
  return fixture_model(text);
}

#define FIXTURE_SYSTEMS "system id=QMS edition=9001:2015", "system id=ISMS edition=27001:2022"

/** A request that rests on a register: HELD(WIDE({ "by", "process" }), evidence). */
static inline const ims_request *fixture_held(const ims_request *request, const ims_register *evidence)
{
  static ims_request held;
  held = *request;
  held.evidence = evidence;
  held.today = 20261128;
  return &held;
}
#define HELD(request, evidence) fixture_held(request, evidence)
#define NOTHING                                                                                                        \
  {                                                                                                                    \
    "", NULL                                                                                                           \
  } /* no argument has that name */

/** Expects a span of columns of a report on these standards and a register of `count` lines. */
static inline void fixture_expect_held(const char *const *lines, size_t count, const char *report,
                                       const ims_request *request, const char *first, const char *last,
                                       const char *expected)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, lines, count);
  ims_table *table = fixture_table(model, report, HELD(request, evidence));
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}
#define EXPECT_HELD(lines, report, request, first, last, expected)                                                     \
  fixture_expect_held(lines, sizeof lines / sizeof *lines, report, request, first, last, expected)

#endif
