#include "unit/check/fixture_check.h"

Test(review_agenda, an_input_that_no_point_names_is_told)
{
  fixture_expect_found("T23",
                       LINES(QMS, "agenda title=Old actions systems=QMS clauses=9001:2015/9.3.2#a",
                             "agenda title=Context systems=QMS clauses=9001:2015/9.3.2#b",
                             "agenda title=Performance systems=QMS clauses=9001:2015/9.3.2#c",
                             "agenda title=Improvement systems=QMS clauses=9001:2015/9.3.2#f"),
                       "2:2 error: QMS | 9001:2015/9.3.2#d, requirement | QMS\n"
                       "  no point of the agenda names this input for QMS: whether resources are sufficient\n"
                       "  put it on the agenda, or name it at the point where it is dealt with\n"
                       "2:2 error: QMS | 9001:2015/9.3.2#e, requirement | QMS\n"
                       "  no point of the agenda names this input for QMS: whether the actions on risks and "
                       "opportunities worked\n"
                       "  put it on the agenda, or name it at the point where it is dealt with\n");
}

Test(review_agenda, a_point_for_two_systems_serves_both_where_it_contains_the_other)
{
  fixture_expect_found(
      "T23",
      LINES(QMS, ISMS, "agenda title=Old actions systems=QMS,ISMS clauses=9001:2015/9.3.2#a",
            "agenda title=Context systems=QMS clauses=9001:2015/9.3.2#b",
            "agenda title=Performance systems=QMS "
            "clauses=9001:2015/9.3.2#c,9001:2015/9.3.2#d,9001:2015/9.3.2#e,9001:2015/9.3.2#f",
            "agenda title=Security systems=ISMS "
            "clauses=27001:2022/9.3.2#b,27001:2022/9.3.2#c,27001:2022/9.3.2#d,27001:2022/9.3.2#e,27001:2022/9.3.2#f"),
      "3:2 error: ISMS | 27001:2022/9.3.2#g, requirement | ISMS\n"
      "  no point of the agenda names this input for ISMS: chances for continual improvement\n"
      "  put it on the agenda, or name it at the point where it is dealt with\n");
}

Test(review_agenda, the_clause_as_a_whole_says_nothing_of_its_inputs)
{
  fixture_expect_found(
      "T23",
      LINES(QMS, "agenda title=Review systems=QMS clauses=9001:2015/9.3.2",
            "agenda title=Old actions systems=QMS clauses=9001:2015/9.3.2#a"),
      "not looked for (QMS): the agenda names 9001:2015/9.3.2 as a whole for QMS; whether these inputs "
      "are among its points is not known: 9.3.2#b, 9.3.2#c1, 9.3.2#c2, 9.3.2#c3, 9.3.2#c4, 9.3.2#c5, "
      "9.3.2#c6, 9.3.2#c7, 9.3.2#d, 9.3.2#e, 9.3.2#f\n");
}

Test(review_agenda, without_an_agenda_nothing_can_be_said)
{
  fixture_expect_found("T23", LINES(QMS), "not looked for (-): the register has no agenda of the management review\n");
}
