#include "unit/check/fixture_check.h"

Test(subject, a_title_with_another_subject_is_told)
{
  fixture_expect_found(
      "T04",
      LINES(SMS, "document id=D1 title=Capacity plan clauses=20000-1:2018/8.6.1",
            "document id=D2 title=Incident procedure clauses=20000-1:2018/8.2.5"),
      "2:7 warning: D1 Capacity plan | 20000-1:2018/8.6.1, requirement | SMS\n"
      "  'Capacity plan' cites 20000-1:2018/8.6.1 (Incident management), and nothing on its own "
      "subject there\n"
      "  look: 20000-1:2018/8.4.3 (Capacity management) may be meant. The comparison is one of words\n"
      "3:7 warning: D2 Incident procedure | 20000-1:2018/8.2.5, requirement | SMS\n"
      "  'Incident procedure' cites 20000-1:2018/8.2.5 (Asset management), and nothing on its own "
      "subject there\n"
      "  look: 20000-1:2018/8.6.1 (Incident management) may be meant. The comparison is one of words\n");
}

Test(subject, a_document_may_cite_other_subjects_beside_its_own)
{
  fixture_expect_found("T04",
                       LINES(SMS, "document id=D1 title=Capacity plan clauses=20000-1:2018/8.4.3,20000-1:2018/8.6.1",
                             "document id=D2 title=Incident procedure clauses=20000-1:2018/8.6.1",
                             "document id=D3 title=Handbuch clauses=20000-1:2018/8.6.1"),
                       "");
}

Test(subject, what_shares_a_word_with_the_clause_or_its_demands_fits)
{
  fixture_expect_found("T04",
                       LINES(QMS, "document id=D1 title=Decision on climate change clauses=9001:2015/4.1",
                             "document id=D2 title=Interested parties and changes clauses=9001:2015/4.2"),
                       "");
}
