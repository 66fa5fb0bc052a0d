#include "diagram/registry.h"

#include "unit/diagram/fixture_diagram.h"

#include <ctype.h>

Test(registry, lists_the_diagrams_in_the_order_of_the_manual)
{
  static const char *const names[] = {
    "hub", "overlap", "path", "topics", "transition", "ego", "coverage", "evidence"
  };
  size_t count;
  const ims_diagram *const *diagrams = ims_diagrams(&count);
  cr_assert_eq(count, sizeof names / sizeof *names);
  for (size_t i = 0; i < count; i++) {
    cr_expect_str_eq(diagrams[i]->name, names[i]);
    cr_expect_eq(ims_diagram_find(names[i]), diagrams[i]);
  }
  cr_expect_null(ims_diagram_find("hu"));
  cr_expect_null(ims_diagram_find(""));
}

static void expect_one_line(const char *text)
{
  cr_assert_gt(strlen(text), (size_t)0);
  cr_expect_null(strchr(text, '\n'), "%s", text);
  cr_expect_neq(text[strlen(text) - 1], '.', "%s", text);
}

Test(registry, every_diagram_says_what_it_draws_and_wants)
{
  size_t count;
  const ims_diagram *const *diagrams = ims_diagrams(&count);
  for (size_t i = 0; i < count; i++) {
    cr_expect_not_null(diagrams[i]->draw);
    cr_expect_geq(diagrams[i]->max_nodes, (size_t)90);
    expect_one_line(diagrams[i]->summary);
    for (size_t k = 0; k < diagrams[i]->param_count; k++) {
      const ims_param *param = &diagrams[i]->params[k];
      expect_one_line(param->summary);
      cr_expect(islower((unsigned char)*param->name), "%s", param->name);
      cr_expect(param->value || !(param->required || param->positional), "a flag has no place: %s", param->name);
    }
  }
}

Test(registry, a_format_is_found_by_name_or_extension)
{
  size_t count;
  const ims_image *const *images = ims_images(&count);
  cr_assert_eq(count, (size_t)5);
  for (size_t i = 0; i < count; i++) {
    cr_expect_eq(ims_image_find(images[i]->name), images[i]);
    cr_expect_eq(ims_image_find(images[i]->extension), images[i]);
    expect_one_line(images[i]->summary);
  }
  cr_expect(ims_image_find("png")->binary);
  cr_expect_not(ims_image_find("svg")->binary);
  cr_expect_null(ims_image_find("gif"));
}
