#include "diagram/palette_internal.h"
#include "write/assets_internal.h"
#include "write/pages_internal.h"

#include "unit/diagram/fixture_diagram.h"

#include <ctype.h>

static void expect_color(const char *name)
{
  cr_assert_eq(strlen(name), (size_t)7, "%s", name);
  cr_expect_eq(*name, '#');
  for (size_t i = 1; i < 7; i++)
    cr_expect(isdigit((unsigned char)name[i]) || (name[i] >= 'a' && name[i] <= 'f'), "%s", name);
}

Test(palette, every_ink_has_two_colours_and_the_light_one_tells_which_ink_it_is)
{
  for (size_t i = IMSI_INK_PAPER; i < IMSI_INK_COUNT; i++) {
    expect_color(imsi_ink_name((imsi_ink)i, false));
    expect_color(imsi_ink_name((imsi_ink)i, true));
    for (size_t k = i + 1; k < IMSI_INK_COUNT; k++)
      cr_expect_str_neq(imsi_ink_name((imsi_ink)i, false), imsi_ink_name((imsi_ink)k, false), "%zu %zu", i, k);
  }
}

/* how light a colour is, 0 to 1, as those who write rules for contrast reckon it */
static double luminance(const char *name)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (size_t i = 0; i < 3; i++) {
    const char digits[] = { name[1 + 2 * i], name[2 + 2 * i], '\0' };
    const double value = (double)strtol(digits, NULL, 16) / 255;
    const double base = (value + 0.055) / 1.055;
    sum += weights[i] * (value <= 0.03928 ? value / 12.92 : base * base * (0.6 + 0.4 * base));
  }
  return sum;
}

static double contrast(imsi_ink a, imsi_ink b, bool dark)
{
  const double x = luminance(imsi_ink_name(a, dark)) + 0.05, y = luminance(imsi_ink_name(b, dark)) + 0.05;
  return x > y ? x / y : y / x;
}

Test(palette, text_can_be_read_on_everything_that_it_stands_on)
{
  static const imsi_ink grounds[] = { IMSI_INK_PAPER,    IMSI_INK_PANEL,    IMSI_INK_FOCUS,    IMSI_INK_TINT,
                                      IMSI_INK_TINT + 1, IMSI_INK_TINT + 2, IMSI_INK_TINT + 3, IMSI_INK_TINT_OTHER };
  for (int dark = 0; dark < 2; dark++) {
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
      cr_expect_geq(contrast(IMSI_INK_TEXT, grounds[i], dark), 4.5, "ground %zu, dark %d", i, dark);
    for (size_t i = IMSI_INK_STATE; i <= IMSI_INK_STATE_END; i++)
      cr_expect_geq(contrast(IMSI_INK_TEXT, (imsi_ink)i, dark), 4.5, "state %zu, dark %d", i, dark);
    cr_expect_geq(contrast(IMSI_INK_ALARM, IMSI_INK_PANEL, dark), 4.5);
    cr_expect_geq(contrast(IMSI_INK_ALARM, IMSI_INK_FOCUS, dark), 4.5);
    cr_expect_geq(contrast(IMSI_INK_MUTED, IMSI_INK_PAPER, dark), 4.5);
    for (size_t i = 0; i < IMSI_INK_HEATS; i++)
      cr_expect_geq(contrast(i < 3 ? IMSI_INK_HEAT_FAINT : IMSI_INK_HEAT_STRONG, (imsi_ink)(IMSI_INK_HEAT + i), dark),
                    3.7, "class %zu, dark %d", i, dark);
    for (size_t i = IMSI_INK_EQUAL; i <= IMSI_INK_GUIDANCE; i++)
      cr_expect_geq(contrast((imsi_ink)i, IMSI_INK_PAPER, dark), 3, "line %zu, dark %d", i, dark);
  }
}

Test(palette, the_style_turns_every_colour_that_is_drawn_and_no_other)
{
  for (size_t i = IMSI_INK_PAPER; i < IMSI_INK_COUNT; i++) {
    imsi_strbuf css = { 0 };
    char drawn[64], rules[160];
    const char *light = imsi_ink_name((imsi_ink)i, false), *dark = imsi_ink_name((imsi_ink)i, true);
    snprintf(drawn, sizeof drawn, "<g fill=\"%s\"/><g stroke=\"%s\"/>", light, light);
    snprintf(rules, sizeof rules,
             "@media (prefers-color-scheme:dark){[fill=\"%s\"]{fill:%s}[stroke=\"%s\"]{stroke:%s}}", light, dark, light,
             dark);
    imsi_ink_style(drawn, &css);
    cr_expect_str_eq(imsi_strbuf_string(&css), rules);
    imsi_strbuf_free(&css);
  }
}

Test(palette, a_relation_looks_like_what_is_certain_of_it)
{
  static const struct {
    ims_relation relation;
    const char *role;
  } looks[] = {
    { IMS_EQUAL, "equal" },         { IMS_SUBSET, "contained" },
    { IMS_CONTAINED, "contained" }, { IMS_SUPERSET, "contains" },
    { IMS_CONTAINS, "contains" },   { IMS_INTERSECTS, "overlaps" },
    { IMS_OVERLAPS, "overlaps" },   { IMS_SUBSET | IMS_SUPERSET, "overlaps" },
    { IMS_DISJOINT, "disjoint" },   { IMS_INTERSECTS | IMS_DISJOINT, "possible" },
  };
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    cr_expect_str_eq(imsi_look_relation(looks[i].relation)->role, looks[i].role, "%zu", i);
}

Test(palette, only_the_possible_is_dashed_and_only_guidance_is_dotted)
{
  for (ims_relation relation = 1; relation < IMS_UNKNOWN; relation++) {
    const imsi_edge_look *look = imsi_look_relation(relation);
    const bool possible = relation & IMS_DISJOINT && relation != IMS_DISJOINT;
    cr_expect_eq(look->stroke, possible ? IMSI_STROKE_DASHED : IMSI_STROKE_SOLID, "%d", relation);
  }
  cr_expect_eq(imsi_look_guidance.stroke, IMSI_STROKE_DOTTED);
}

Test(palette, further_systems_share_the_last_ink)
{
  cr_expect_eq(imsi_ink_tint(0), (imsi_ink)IMSI_INK_TINT);
  cr_expect_eq(imsi_ink_tint(4), imsi_ink_tint(9));
  cr_expect_eq(imsi_ink_solid(4), (imsi_ink)IMSI_INK_SOLID_OTHER);
  cr_expect_neq(imsi_ink_solid(3), imsi_ink_solid(4));
}

Test(palette, every_state_has_a_mark_a_word_and_a_look_of_its_own)
{
  for (int i = 0; i < IMSI_STATE_COUNT; i++) {
    const imsi_box_look *look = imsi_look_state((imsi_state)i);
    cr_expect_str_eq(look->role, imsi_state_name((imsi_state)i));
    cr_expect_eq(look->fill, (imsi_ink)(IMSI_INK_STATE + i));
    for (int k = i + 1; k < IMSI_STATE_COUNT; k++) {
      cr_expect_str_neq(look->mark, imsi_look_state((imsi_state)k)->mark);
      cr_expect_str_neq(look->text, imsi_look_state((imsi_state)k)->text);
    }
  }
}

Test(palette, a_gap_does_not_look_like_evidence_to_those_who_see_no_colours)
{
  const imsi_box_look *evidenced = imsi_look_state(IMSI_STATE_EVIDENCED), *gap = imsi_look_state(IMSI_STATE_GAP);
  cr_expect(evidenced->pitch <= 0 && gap->pitch > 0);
  cr_expect_gt(gap->thickness, evidenced->thickness);
}

/* A page has one colour for a state, that of its stripes. */
static void expect_in_style(const char *css, const char *name, imsi_ink ink, bool dark)
{
  char rule[64];
  snprintf(rule, sizeof rule, "--%s: %s;", name, imsi_ink_name(ink, dark));
  cr_expect_not_null(strstr(css, rule), "%s", rule);
}

Test(palette, a_page_shows_a_state_as_a_picture_does)
{
  imsi_strbuf css = { 0 };
  for (size_t i = 0; i < imsi_assets_count; i++)
    if (strcmp(imsi_assets[i].name, "page.css") == 0)
      imsi_strbuf_bytes(&css, (const char *)imsi_assets[i].data, imsi_assets[i].size);
  cr_assert_gt(css.size, (size_t)0);
  for (int dark = 0; dark < 2; dark++) {
    for (int i = 0; i < IMSI_STATE_COUNT; i++) {
      const imsi_box_look *look = imsi_look_state((imsi_state)i);
      expect_in_style(imsi_strbuf_string(&css), look->role, look->pitch > 0 ? look->stripe : look->fill, dark);
    }
    expect_in_style(imsi_strbuf_string(&css), "state-ink", IMSI_INK_TEXT, dark);
    expect_in_style(imsi_strbuf_string(&css), "state-frame", IMSI_INK_FRAME, dark);
    expect_in_style(imsi_strbuf_string(&css), "gap-frame", imsi_look_state(IMSI_STATE_GAP)->line, dark);
  }
  imsi_strbuf_free(&css);
}

Test(palette, so_does_a_workbook)
{
  for (int i = 0; i < IMSI_STATE_COUNT; i++) {
    const imsi_box_look *look = imsi_look_state((imsi_state)i);
    const imsi_book_style style = imsi_shade_of("state", look->role);
    char paper[8];
    snprintf(paper, sizeof paper, "#%06x", imsi_shade_paper(style));
    if (style == IMSI_BOOK_OPEN) /* out of the total or unknown: one grey for all */
      cr_expect_str_eq(paper, imsi_ink_name(IMSI_INK_STATE + IMSI_STATE_NOT_APPLICABLE, false));
    else
      cr_expect_str_eq(paper, imsi_ink_name(look->pitch > 0 ? look->stripe : look->fill, false), "%s", look->role);
  }
}
