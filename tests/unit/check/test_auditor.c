#include "unit/check/fixture_check.h"

Test(auditor, own_work_and_unknown_standards_are_told)
{
  fixture_expect_found(
      "T22",
      LINES(QMS, ISMS, "process id=P1 title=Sales owner=Smith",
            "audit id=A1 systems=QMS,ISMS processes=P1,Backup auditors=Smith,Miller,Jones",
            "auditor title=Smith systems=QMS,ISMS", "auditor title=Miller systems=QMS processes=Backup"),
      "4:43 warning: A1 | 9001:2015/9.2, requirement | QMS, ISMS\n"
      "  Smith is in the team that audits 'P1', which is Smith's own; nothing says that another does it\n"
      "  let somebody else of the team audit it, and say so\n"
      "4:43 warning: A1 | 9001:2015/9.2, requirement | QMS, ISMS\n"
      "  Miller is in the team that audits 'Backup', which is Miller's own; nothing says that another does it\n"
      "  let somebody else of the team audit it, and say so\n"
      "4:43 error: A1 | 27001:2022/7.2, requirement | ISMS\n"
      "  Miller audits ISMS, and the list of auditors does not say that Miller knows its standard\n"
      "  show the competence, or send somebody who has it\n"
      "4:43 error: A1 | 9001:2015/7.2, requirement | QMS, ISMS\n"
      "  Jones is not in the list of auditors, and audits QMS, ISMS\n"
      "  show the competence, or send somebody who has it\n");
}

Test(auditor, who_audits_own_work_alone_is_told_for_certain)
{
  fixture_expect_found("T22",
                       LINES(QMS, "process id=P1 title=Sales owner=Smith",
                             "audit id=A1 systems=QMS processes=P1 auditors=Smith", "auditor title=Smith systems=QMS"),
                       "3:43 error: A1 | 9001:2015/9.2, requirement | QMS\n"
                       "  Smith audits 'P1', which is Smith's own\n"
                       "  let somebody else audit it\n");
}

Test(auditor, independent_and_competent_auditors_are_not_told)
{
  fixture_expect_found("T22",
                       LINES(QMS, "process id=P1 title=Sales owner=Smith",
                             "audit id=A1 systems=QMS processes=P1 auditors=Miller",
                             "auditor title=miller systems=QMS"),
                       "");
}

Test(auditor, without_names_nothing_can_be_said)
{
  fixture_expect_found("T22", LINES(QMS, "audit id=A1 systems=QMS processes=P1"),
                       "not looked for (-): the audit programme names no auditors\n");
}

Test(auditor, without_a_list_competence_is_not_known)
{
  fixture_expect_found("T22", LINES(QMS, "audit id=A1 systems=QMS auditors=Miller"),
                       "not looked for (-): the register has no list of auditors: what they know is not known\n");
}

Test(auditor, without_a_programme_nothing_can_be_said)
{
  fixture_expect_found("T22", LINES(QMS), "not looked for (-): the register has no audit programme\n");
}
