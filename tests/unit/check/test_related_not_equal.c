#include "unit/check/fixture_check.h"

Test(related_not_equal, a_relation_is_no_proof_for_a_system_that_is_not_meant)
{
  fixture_expect_found(
      "T32",
      LINES(QMS, ISMS, "document id=D1 title=Review minutes systems=QMS clauses=9001:2015/9.3.2,27001:2022/9.3.2"),
      "3:7 warning: D1 Review minutes | 27001:2022/9.3.2, advice | ISMS\n"
      "  it is all that is claimed for 27001:2022/9.3.2 (Management review inputs), and is not marked "
      "for ISMS; what it does, 9001:2015/9.3.2 (Management review inputs), is related (x) and is not "
      "shown to contain that\n"
      "  see what is missing, mark the document for the system once it is there, or take the claim "
      "back\n");
}

Test(related_not_equal, a_document_for_both_or_a_second_one_is_proof)
{
  fixture_expect_found(
      "T32",
      LINES(QMS, ISMS, "document id=D1 title=Review minutes systems=QMS,ISMS clauses=9001:2015/9.3.2,27001:2022/9.3.2",
            "document id=D2 title=Suppliers systems=QMS clauses=9001:2015/8.4,27001:2022/A.5.19",
            "document id=D3 title=Cloud systems=ISMS clauses=27001:2022/A.5.19",
            "document id=D4 title=Handbook clauses=9001:2015/7.5,27001:2022/7.5"),
      "");
}

Test(related_not_equal, what_contains_the_other_is_no_mere_relation)
{
  fixture_expect_found(
      "T32", LINES(QMS, ISMS, "document id=D1 title=Training systems=QMS clauses=9001:2015/7.2,27001:2022/7.2"), "");
}

Test(related_not_equal, a_record_of_one_clause_is_none_of_a_related_one_that_its_title_says_less_of)
{
  fixture_expect_found(
      "T32",
      LINES(QMS, ISMS,
            "document id=R1 title=Supplier evaluation kind=record systems=QMS,ISMS "
            "clauses=9001:2015/8.4.1,27001:2022/A.5.22",
            "document id=R2 title=Minutes kind=record systems=QMS,ISMS clauses=9001:2015/9.3.2,27001:2022/9.3.2"),
      "3:7 warning: R1 Supplier evaluation | 9001:2015/8.4.1, advice | QMS\n"
      "  it is all that is claimed for 9001:2015/8.4.1 (General) of QMS; what else it records, "
      "27001:2022/A.5.22 (Monitoring, review and change management of supplier services), is related "
      "(~) and is not shown to contain that\n"
      "  see whether the record shows what this clause asks, and record what it does not\n");
}
