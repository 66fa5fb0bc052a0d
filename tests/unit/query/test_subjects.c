#include "query/subjects.h"

#include "unit/fixture_model.h"

/* A topic on risk that has one clause, and clauses that are of none. */
#define MODEL                                                                                                          \
  DOC("<edition id='a:1' name='A'><clause number='6' title='Planning' force='requirement'/>"                           \
      "<clause number='6.1' parent='6' title='Risks' force='requirement'><provision id='1'><gist>Weigh "               \
      "threats.</gist>"                                                                                                \
      "<item id='a'>x</item></provision></clause>"                                                                     \
      "<clause number='7' title='Awareness' force='requirement'><provision id='1'><gist>Tell what the policy "         \
      "asks.</gist></provision></clause></edition>"                                                                    \
      "<topic id='risk' title='Risk'><member edition='a:1' of='6.1'/></topic>")

static ims_model *model;
static imsi_subjects subjects;

static void make(void)
{
  model = fixture_model(MODEL);
  cr_assert_eq(imsi_subjects_init(&subjects, model), IMS_OK);
}

static void drop(void)
{
  imsi_subjects_free(&subjects);
  ims_model_free(model);
}

TestSuite(subjects, .init = make, .fini = drop);

static ims_node look(const char *name)
{
  const ims_node node = ims_node_find(model, ims_edition_at(model, 0), name, strlen(name));
  cr_assert_neq(node.index, IMS_NO_NODE, "%s", name);
  cr_assert_eq(imsi_subjects_look(&subjects, node), IMS_OK);
  return node;
}

Test(subjects, a_title_shares_words_with_the_title_of_a_clause_and_with_what_is_in_it)
{
  cr_expect(imsi_subjects_share(&subjects, "Risk register", look("6.1")));
  cr_expect(imsi_subjects_share(&subjects, "Threats", look("6.1#1")));
  cr_expect(imsi_subjects_share(&subjects, "List of threats", look("6")), "of a clause in it");
  cr_expect_not(imsi_subjects_share(&subjects, "Backup", look("6.1")));
  cr_expect_not(imsi_subjects_share(&subjects, "Planning of capacity", look("6.1")), "that of the clause above");
}

Test(subjects, kinds_of_documents_are_no_subject)
{
  cr_expect_not(imsi_subjects_share(&subjects, "Policy", look("7")));
  cr_expect(imsi_subjects_share(&subjects, "AWARENESS policy", look("7")));
}

Test(subjects, members_of_a_topic_are_of_it_with_what_is_in_and_around_them)
{
  cr_expect(imsi_subjects_is_of(&subjects, look("6.1"), 0));
  cr_expect(imsi_subjects_is_of(&subjects, look("6.1#1"), 0));
  cr_expect(imsi_subjects_is_of(&subjects, look("6"), 0));
  cr_expect_not(imsi_subjects_is_of(&subjects, look("7"), 0));
  cr_expect(imsi_subjects_has_topic(&subjects, look("6")));
  cr_expect_not(imsi_subjects_has_topic(&subjects, look("7")));
}
