#include "unit/check/fixture_check.h"

Test(implemented, what_is_said_to_be_implemented_and_shown_by_nothing_is_told)
{
  fixture_expect_found("T35",
                       LINES(ISMS, "document id=D1 title=Draft status=draft clauses=27001:2022/A.5.1",
                             "document id=D2 title=Rules clauses=27001:2022/A.5.2",
                             "control id=A.5.1 systems=ISMS applicable=yes reason=Risk implementation=implemented",
                             "control id=A.5.2 systems=ISMS applicable=yes reason=Risk implementation=implemented",
                             "control id=A.5.3 systems=ISMS applicable=yes reason=Risk implementation=partly",
                             "control id=A.5.4 systems=ISMS applicable=no implementation=implemented"),
                       "4:40 warning: A.5.1 | 27001:2022/6.1.3#d3, requirement | ISMS\n"
                       "  control A.5.1 is said to be implemented, and nothing that counts is registered for it\n"
                       "  register what shows it, or say how far it is\n");
}

Test(implemented, a_document_that_does_not_count_by_its_own_line_is_told)
{
  fixture_expect_found(
      "T35",
      LINES(ISMS, "document id=D1 title=Draft status=draft",
            "document id=D2 title=Laws coverage=proposed clauses=27001:2022/A.5.31", "document id=D3 title=Rules",
            "control id=A.5.31 systems=ISMS applicable=yes reason=Law implementation=partly documents=D1,D2,D3,D4"),
      "5:42 warning: A.5.31 | 27001:2022/6.1.3#d3, requirement | ISMS\n"
      "  it names D1 for A.5.31, which by its own line does not count: the document is a draft or under revision\n"
      "  let the two lines say the same\n"
      "5:42 warning: A.5.31 | 27001:2022/6.1.3#d3, requirement | ISMS\n"
      "  it names D2 for A.5.31, which by its own line does not count: it is proposed, nobody has confirmed it\n"
      "  let the two lines say the same\n");
}

Test(implemented, without_a_statement_nothing_can_be_said)
{
  fixture_expect_found("T35", LINES(QMS, ISMS),
                       "not looked for (ISMS): the register has no Statement of Applicability for ISMS\n");
}
