#include "read/grammar.h"

#include "model/names.h"

#include <limits.h>
#include <string.h>

const char *const imsi_attribute_names[IMSI_A_COUNT] = {
  [IMSI_A_ABILITY_FROM] = "ability-from",
  [IMSI_A_ABILITY_TO] = "ability-to",
  [IMSI_A_APPLIES] = "applies",
  [IMSI_A_BASIS] = "basis",
  [IMSI_A_BY] = "by",
  [IMSI_A_CHECK] = "check",
  [IMSI_A_CONDITION] = "condition",
  [IMSI_A_CONFIDENCE] = "confidence",
  [IMSI_A_DEFAULT] = "default",
  [IMSI_A_DISCIPLINE] = "discipline",
  [IMSI_A_EDITION] = "edition",
  [IMSI_A_ENTRIES] = "entries",
  [IMSI_A_FAMILY] = "family",
  [IMSI_A_FORCE] = "force",
  [IMSI_A_FROM] = "from",
  [IMSI_A_GROUP] = "group",
  [IMSI_A_HREF] = "href",
  [IMSI_A_HUB] = "hub",
  [IMSI_A_ID] = "id",
  [IMSI_A_IN] = "in",
  [IMSI_A_INTERSECTS] = "intersects",
  [IMSI_A_IS] = "is",
  [IMSI_A_KIND] = "kind",
  [IMSI_A_METHOD] = "method",
  [IMSI_A_MOVE] = "move",
  [IMSI_A_NAME] = "name",
  [IMSI_A_NUMBER] = "number",
  [IMSI_A_OF] = "of",
  [IMSI_A_ON] = "on",
  [IMSI_A_PARENT] = "parent",
  [IMSI_A_PHASE] = "phase",
  [IMSI_A_PROVISIONAL] = "provisional",
  [IMSI_A_PROVISIONS] = "provisions",
  [IMSI_A_PUBLISHED] = "published",
  [IMSI_A_RATIONALE] = "rationale",
  [IMSI_A_READ_ON] = "read-on",
  [IMSI_A_RECORD] = "record",
  [IMSI_A_REPLACES] = "replaces",
  [IMSI_A_SELF_DETERMINED] = "self-determined",
  [IMSI_A_SET] = "set",
  [IMSI_A_SEVERITY] = "severity",
  [IMSI_A_SOURCE] = "source",
  [IMSI_A_SOURCE_DATE] = "source-date",
  [IMSI_A_STATUS] = "status",
  [IMSI_A_STRENGTH] = "strength",
  [IMSI_A_TARGET] = "target",
  [IMSI_A_TITLE] = "title",
  [IMSI_A_TO] = "to",
  [IMSI_A_UNCONFIRMED] = "unconfirmed",
  [IMSI_A_UNIT] = "unit",
  [IMSI_A_VALID_UNTIL] = "valid-until",
  [IMSI_A_VALUE] = "value",
  [IMSI_A_VERB] = "verb",
  [IMSI_A_VERDICT] = "verdict",
  [IMSI_A_VERSION] = "version",
  [IMSI_A_VOCABULARY] = "vocabulary",
  [IMSI_A_PRINTS] = "prints",
  [IMSI_A_WORDS] = "words",
};

/* ---- attributes ---- */

static const char *const version_names[] = { "", "1", NULL };
static const char *const yes_no_names[] = { "no", "yes", NULL };
static const char *const entries_names[] = { "", "control", NULL };
static const char *const whole_names[] = { "", "all", NULL };
static const char *const reading_names[] = { "strict", "loose", NULL };
static const char *const is_names[] = { "", "equal", "subset", "superset", "intersects", "disjoint", NULL };
static const char *const decided_names[] = {
  "", "equal", "subset", "superset", "intersects", "disjoint", "none", NULL
};

#define NEEDED(attribute, kind)                                                                                        \
  {                                                                                                                    \
    IMSI_A_##attribute, IMSI_V_##kind, true, NULL                                                                      \
  }
#define MAY(attribute, kind)                                                                                           \
  {                                                                                                                    \
    IMSI_A_##attribute, IMSI_V_##kind, false, NULL                                                                     \
  }
#define NEEDED_WORD(attribute, names)                                                                                  \
  {                                                                                                                    \
    IMSI_A_##attribute, IMSI_V_ONE_OF, true, names                                                                     \
  }
#define MAY_WORD(attribute, names)                                                                                     \
  {                                                                                                                    \
    IMSI_A_##attribute, IMSI_V_ONE_OF, false, names                                                                    \
  }

/* what several elements share */
#define STANDING MAY(BASIS, ID), MAY_WORD(STATUS, imsi_standing_names), MAY(CONFIDENCE, SHARE)
#define REUSE MAY_WORD(METHOD, imsi_method_names), MAY_WORD(RECORD, imsi_record_names)
#define ROW MAY_WORD(RATIONALE, imsi_rationale_names), REUSE, STANDING

static const imsi_attribute_rule imsmap_attributes[] = { NEEDED_WORD(VERSION, version_names) };
static const imsi_attribute_rule basis_attributes[] = { NEEDED(ID, ID), NEEDED(TITLE, TEXT), MAY(HREF, TEXT),
                                                        MAY(READ_ON, DATE) };
static const imsi_attribute_rule family_attributes[] = { NEEDED(ID, ID), NEEDED(NAME, TEXT), MAY(TITLE, TEXT) };
static const imsi_attribute_rule edition_attributes[] = {
  NEEDED(ID, ID),
  NEEDED(NAME, TEXT),
  MAY(FAMILY, ID),
  MAY(TITLE, TEXT),
  MAY_WORD(KIND, imsi_edition_kind_names),
  MAY(DISCIPLINE, TEXT),
  MAY_WORD(STATUS, imsi_edition_status_names),
  MAY(PUBLISHED, DATE),
  MAY(VALID_UNTIL, DATE),
  MAY(REPLACES, ID),
  MAY(VOCABULARY, ID),
  MAY(PRINTS, TEXT),
  MAY_WORD(DEFAULT, yes_no_names),
  MAY_WORD(HUB, yes_no_names),
  MAY_WORD(PROVISIONAL, yes_no_names),
  MAY(BASIS, ID),
};
static const imsi_attribute_rule amendment_attributes[] = { NEEDED(ID, TEXT), MAY(PUBLISHED, DATE), MAY(BASIS, ID) };
static const imsi_attribute_rule term_attributes[] = { NEEDED(ID, ID), NEEDED(NAME, TEXT), MAY(NUMBER, ID), STANDING };
static const imsi_attribute_rule clause_attributes[] = {
  NEEDED(NUMBER, ID),
  MAY(TITLE, TEXT),
  MAY(PARENT, ID),
  NEEDED_WORD(FORCE, imsi_force_names),
  MAY_WORD(UNCONFIRMED, imsi_unconfirmed_names),
  MAY_WORD(PROVISIONS, whole_names),
  MAY(BASIS, ID),
};
static const imsi_attribute_rule provision_attributes[] = {
  NEEDED(ID, ID),
  MAY_WORD(FORCE, imsi_force_names),
  MAY_WORD(APPLIES, imsi_applies_names),
  MAY_WORD(PHASE, imsi_phase_names),
  MAY(CONDITION, TEXT),
  REUSE,
  STANDING,
};
static const imsi_attribute_rule item_attributes[] = { NEEDED(ID, ID), MAY(IN, ID) };
static const imsi_attribute_rule duty_attributes[] = { NEEDED_WORD(KIND, imsi_duty_kind_names),
                                                       NEEDED_WORD(VERB, imsi_duty_verb_names),
                                                       MAY(IN, ID),
                                                       MAY(CONDITION, TEXT),
                                                       MAY_WORD(SELF_DETERMINED, yes_no_names),
                                                       MAY_WORD(UNCONFIRMED, yes_no_names),
                                                       MAY_WORD(ENTRIES, entries_names),
                                                       MAY(BASIS, ID) };
static const imsi_attribute_rule mapping_attributes[] = { NEEDED(ID, ID), NEEDED(SOURCE, ID), NEEDED(TARGET, ID),
                                                          MAY_WORD(INTERSECTS, reading_names), ROW };
static const imsi_attribute_rule relation_attributes[] = {
  NEEDED(SOURCE, REFERENCE),
  NEEDED_WORD(IS, is_names),
  NEEDED(TARGET, REFERENCE),
  MAY(STRENGTH, STRENGTH),
  MAY_WORD(MOVE, imsi_relation_move_names),
  ROW,
};
static const imsi_attribute_rule none_attributes[] = { MAY(SOURCE, REFERENCE), MAY(TARGET, REFERENCE),
                                                       MAY_WORD(MOVE, imsi_verdict_move_names), STANDING };
static const imsi_attribute_rule guidance_attributes[] = { NEEDED(SOURCE, REFERENCE), NEEDED(TARGET, REFERENCE),
                                                           MAY(STRENGTH, STRENGTH), STANDING };
static const imsi_attribute_rule review_attributes[] = { NEEDED(BY, TEXT), NEEDED(ON, DATE) };
static const imsi_attribute_rule decision_attributes[] = { NEEDED(SET, ID), MAY(SOURCE, REFERENCE),
                                                           MAY(TARGET, REFERENCE), NEEDED_WORD(IS, decided_names) };
static const imsi_attribute_rule topic_attributes[] = { NEEDED(ID, ID), NEEDED(TITLE, TEXT), MAY(WORDS, TEXT),
                                                        MAY_WORD(VERDICT, imsi_topic_verdict_names), STANDING };
static const imsi_attribute_rule member_attributes[] = { NEEDED(EDITION, ID), NEEDED(OF, REFERENCE), MAY(WORDS, TEXT) };
static const imsi_attribute_rule profile_attributes[] = { NEEDED(EDITION, ID), STANDING };
static const imsi_attribute_rule aspect_attributes[] = { NEEDED_WORD(NAME, imsi_aspect_names), STANDING };
static const imsi_attribute_rule check_attributes[] = { NEEDED(ID, ID), NEEDED(TITLE, TEXT),
                                                        NEEDED_WORD(SEVERITY, imsi_check_severity_names),
                                                        NEEDED(GROUP, ID), STANDING };
static const imsi_attribute_rule severity_attributes[] = { NEEDED(CHECK, ID),
                                                           NEEDED_WORD(IS, imsi_check_severity_names) };
static const imsi_attribute_rule audit_table_attributes[] = {
  NEEDED(ID, ID),
  NEEDED(TITLE, TEXT),
  NEEDED_WORD(KIND, imsi_audit_table_kind_names),
  NEEDED_WORD(UNIT, imsi_audit_unit_names),
  MAY(EDITION, ID),
  MAY(SOURCE_DATE, DATE),
  STANDING,
};
static const imsi_attribute_rule band_attributes[] = { NEEDED(FROM, COUNT), MAY(TO, COUNT), MAY(ABILITY_FROM, COUNT),
                                                       MAY(ABILITY_TO, COUNT), MAY(VALUE, DECIMAL) };
static const imsi_attribute_rule audit_rule_attributes[] = { NEEDED(ID, ID), NEEDED(VALUE, DECIMAL),
                                                             NEEDED_WORD(UNIT, imsi_audit_unit_names), STANDING };
static const imsi_attribute_rule overlay_attributes[] = { NEEDED(EDITION, ID) };
static const imsi_attribute_rule text_attributes[] = { NEEDED(OF, REFERENCE) };

/* ---- children ---- */

#define CHILD(element, rank)                                                                                           \
  {                                                                                                                    \
    IMSI_E_##element, rank, false, false                                                                               \
  }
#define CHILD_NEEDED(element, rank)                                                                                    \
  {                                                                                                                    \
    IMSI_E_##element, rank, false, true                                                                                \
  }
#define CHILDREN(element, rank)                                                                                        \
  {                                                                                                                    \
    IMSI_E_##element, rank, true, false                                                                                \
  }

static const imsi_child_rule document_children[] = { CHILD(IMSMAP, 0) };
static const imsi_child_rule imsmap_children[] = {
  CHILDREN(BASIS, 0),    CHILDREN(FAMILY, 0),      CHILDREN(EDITION, 0),    CHILDREN(MAPPING_SET, 0),
  CHILDREN(REVIEW, 0),   CHILDREN(TOPIC, 0),       CHILDREN(PROFILE, 0),    CHILDREN(CHECK, 0),
  CHILDREN(SEVERITY, 0), CHILDREN(AUDIT_TABLE, 0), CHILDREN(AUDIT_RULE, 0), CHILDREN(OVERLAY, 0)
};
static const imsi_child_rule notes_only[] = { CHILDREN(NOTE, 0) };
static const imsi_child_rule edition_children[] = { CHILD(GIST, 0), CHILDREN(NOTE, 1), CHILDREN(AMENDMENT, 2),
                                                    CHILDREN(TERM, 3), CHILDREN(CLAUSE, 4) };
static const imsi_child_rule term_children[] = { CHILD_NEEDED(GIST, 0), CHILDREN(NOTE, 1) };
static const imsi_child_rule clause_children[] = { CHILDREN(NOTE, 0), CHILDREN(PROVISION, 1) };
static const imsi_child_rule provision_children[] = { CHILD_NEEDED(GIST, 0), CHILDREN(ITEM, 1), CHILDREN(DUTY, 2),
                                                      CHILDREN(NOTE, 3) };
static const imsi_child_rule mapping_children[] = { CHILDREN(NOTE, 0), CHILDREN(RELATION, 1), CHILDREN(NONE, 1),
                                                    CHILDREN(GUIDANCE, 1) };
static const imsi_child_rule relation_children[] = { CHILD(COMMON, 0), CHILD(SOURCE_ONLY, 1), CHILD(TARGET_ONLY, 2),
                                                     CHILDREN(NOTE, 3) };
static const imsi_child_rule topic_children[] = { CHILDREN(NOTE, 0), CHILDREN(MEMBER, 1) };
static const imsi_child_rule guidance_children[] = { CHILD(COMMON, 0), CHILDREN(NOTE, 1) };
static const imsi_child_rule review_children[] = { CHILDREN(ACCEPT, 0), CHILDREN(DISPUTE, 0) };
static const imsi_child_rule profile_children[] = { CHILDREN(ASPECT, 0) };
static const imsi_child_rule check_children[] = { CHILD_NEEDED(GIST, 0), CHILDREN(NOTE, 1), CHILDREN(MEMBER, 2) };
static const imsi_child_rule audit_table_children[] = { CHILDREN(NOTE, 0), CHILDREN(BAND, 1) };
static const imsi_child_rule audit_rule_children[] = { CHILD_NEEDED(GIST, 0), CHILDREN(NOTE, 1) };
static const imsi_child_rule overlay_children[] = { CHILDREN(TEXT, 0) };

/* ---- elements ---- */

#define LIST(array) (array), sizeof(array) / sizeof *(array)
#define NOTHING NULL, 0

const imsi_element_rule imsi_grammar[IMSI_E_COUNT] = {
  [IMSI_E_NONE_YET] = { "", NOTHING, LIST(document_children), false, false },
  [IMSI_E_IMSMAP] = { "imsmap", LIST(imsmap_attributes), LIST(imsmap_children), false, false },
  [IMSI_E_BASIS] = { "basis", LIST(basis_attributes), LIST(notes_only), false, false },
  [IMSI_E_FAMILY] = { "family", LIST(family_attributes), LIST(notes_only), false, false },
  [IMSI_E_EDITION] = { "edition", LIST(edition_attributes), LIST(edition_children), false, false },
  [IMSI_E_AMENDMENT] = { "amendment", LIST(amendment_attributes), LIST(notes_only), false, false },
  [IMSI_E_TERM] = { "term", LIST(term_attributes), LIST(term_children), false, false },
  [IMSI_E_CLAUSE] = { "clause", LIST(clause_attributes), LIST(clause_children), false, false },
  [IMSI_E_PROVISION] = { "provision", LIST(provision_attributes), LIST(provision_children), false, false },
  [IMSI_E_GIST] = { "gist", NOTHING, NOTHING, true, false },
  [IMSI_E_ITEM] = { "item", LIST(item_attributes), NOTHING, true, false },
  [IMSI_E_DUTY] = { "duty", LIST(duty_attributes), NOTHING, true, false },
  [IMSI_E_NOTE] = { "note", NOTHING, NOTHING, true, false },
  [IMSI_E_MAPPING_SET] = { "mapping-set", LIST(mapping_attributes), LIST(mapping_children), false, false },
  [IMSI_E_RELATION] = { "relation", LIST(relation_attributes), LIST(relation_children), false, false },
  [IMSI_E_COMMON] = { "common", NOTHING, NOTHING, true, false },
  [IMSI_E_SOURCE_ONLY] = { "source-only", NOTHING, NOTHING, true, false },
  [IMSI_E_TARGET_ONLY] = { "target-only", NOTHING, NOTHING, true, false },
  [IMSI_E_NONE] = { "none", LIST(none_attributes), LIST(notes_only), false, true },
  [IMSI_E_GUIDANCE] = { "guidance", LIST(guidance_attributes), LIST(guidance_children), false, false },
  [IMSI_E_REVIEW] = { "review", LIST(review_attributes), LIST(review_children), false, false },
  [IMSI_E_ACCEPT] = { "accept", LIST(decision_attributes), LIST(notes_only), false, false },
  [IMSI_E_DISPUTE] = { "dispute", LIST(decision_attributes), LIST(notes_only), false, false },
  [IMSI_E_TOPIC] = { "topic", LIST(topic_attributes), LIST(topic_children), false, false },
  [IMSI_E_MEMBER] = { "member", LIST(member_attributes), NOTHING, false, false },
  [IMSI_E_PROFILE] = { "profile", LIST(profile_attributes), LIST(profile_children), false, false },
  [IMSI_E_ASPECT] = { "aspect", LIST(aspect_attributes), NOTHING, true, false },
  [IMSI_E_CHECK] = { "check", LIST(check_attributes), LIST(check_children), false, false },
  [IMSI_E_SEVERITY] = { "severity", LIST(severity_attributes), NOTHING, false, false },
  [IMSI_E_AUDIT_TABLE] = { "audit-table", LIST(audit_table_attributes), LIST(audit_table_children), false, false },
  [IMSI_E_BAND] = { "band", LIST(band_attributes), NOTHING, false, false },
  [IMSI_E_AUDIT_RULE] = { "audit-rule", LIST(audit_rule_attributes), LIST(audit_rule_children), false, false },
  [IMSI_E_OVERLAY] = { "overlay", LIST(overlay_attributes), LIST(overlay_children), false, false },
  [IMSI_E_TEXT] = { "text", LIST(text_attributes), NOTHING, true, false },
};

/* ---- values ---- */

const char *imsi_value_words(imsi_value_kind kind)
{
  static const char *const words[] = {
    [IMSI_V_ID] = "one word without '/' and '#'",
    [IMSI_V_REFERENCE] = "a clause number, or a number, '#' and the id of a provision or item",
    [IMSI_V_TEXT] = "text that is not blank",
    [IMSI_V_DATE] = "YYYY, YYYY-MM or YYYY-MM-DD",
    [IMSI_V_STRENGTH] = "a whole number from 0 to 10",
    [IMSI_V_COUNT] = "a whole number from 0 to 1000000",
    [IMSI_V_DECIMAL] = "a number from 0 to 1000000 with at most three decimals",
    [IMSI_V_SHARE] = "a number from 0 to 1 with at most three decimals",
    [IMSI_V_ONE_OF] = NULL,
  };
  return words[kind];
}

static bool is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_id(const char *text, size_t size)
{
  static const bool excluded[UCHAR_MAX + 1] = {
    [' '] = true, ['\t'] = true, ['\n'] = true, ['\r'] = true, ['/'] = true, ['#'] = true
  };
  for (size_t i = 0; i < size; i++)
    if (excluded[(unsigned char)text[i]])
      return false;
  return size > 0;
}

static bool is_reference(const char *text, size_t size)
{
  const char *mark = memchr(text, '#', size);
  if (!mark)
    return is_id(text, size);
  const size_t number = (size_t)(mark - text);
  return is_id(text, number) && is_id(mark + 1, size - number - 1);
}

static bool is_blank(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!is_space(text[i]))
      return false;
  return true;
}

/* Reads exactly `count` digits. */
static bool digits(const char *text, size_t count, int *number)
{
  *number = 0;
  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return false;
    *number = *number * 10 + (text[i] - '0');
  }
  return true;
}

static bool is_date(const char *text, size_t size)
{
  int year, month = 1, day = 1;
  if (size != 4 && size != 7 && size != 10)
    return false;
  if (!digits(text, 4, &year))
    return false;
  if (size >= 7 && (text[4] != '-' || !digits(text + 5, 2, &month)))
    return false;
  if (size == 10 && (text[7] != '-' || !digits(text + 8, 2, &day)))
    return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool is_strength(const char *text, size_t size, int *number)
{
  return size >= 1 && size <= 2 && digits(text, size, number) && *number <= 10 && (size == 1 || *number == 10);
}

enum { MOST = 1000000, MOST_DIGITS = 7 };

static bool is_count(const char *text, size_t size, int *number)
{
  return size >= 1 && size <= MOST_DIGITS && digits(text, size, number) && *number <= MOST;
}

static bool is_decimal(const char *text, size_t size, int *thousandths)
{
  const char *point = memchr(text, '.', size);
  const size_t whole_size = point ? (size_t)(point - text) : size;
  const size_t decimals_size = point ? size - whole_size - 1 : 0;
  int whole, decimals = 0;
  if (!is_count(text, whole_size, &whole) || (point && (decimals_size < 1 || decimals_size > 3)))
    return false;
  if (point && !digits(point + 1, decimals_size, &decimals))
    return false;
  for (size_t i = decimals_size; i < 3; i++)
    decimals *= 10;
  *thousandths = whole * 1000 + decimals;
  return *thousandths <= MOST * 1000;
}

static bool is_share(const char *text, size_t size, int *thousandths)
{
  int whole, decimals = 0;
  if (size < 1 || size == 2 || size > 5 || !digits(text, 1, &whole))
    return false;
  if (size > 2 && (text[1] != '.' || !digits(text + 2, size - 2, &decimals)))
    return false;
  for (size_t i = size; i < 5; i++)
    decimals *= i < 2 ? 1 : 10;
  *thousandths = whole * 1000 + decimals;
  return *thousandths <= 1000;
}

bool imsi_value_check(imsi_value_kind kind, const char *text, size_t size, int *number)
{
  switch (kind) {
  case IMSI_V_ID:
    return is_id(text, size);
  case IMSI_V_REFERENCE:
    return is_reference(text, size);
  case IMSI_V_TEXT:
    return !is_blank(text, size);
  case IMSI_V_DATE:
    return is_date(text, size);
  case IMSI_V_STRENGTH:
    return is_strength(text, size, number);
  case IMSI_V_COUNT:
    return is_count(text, size, number);
  case IMSI_V_DECIMAL:
    return is_decimal(text, size, number);
  case IMSI_V_SHARE:
    return is_share(text, size, number);
  case IMSI_V_ONE_OF:
    break;
  }
  return false;
}

int imsi_value_one_of(const char *const *names, const char *text, size_t size)
{
  while (size && is_space(*text))
    text++, size--;
  while (size && is_space(text[size - 1]))
    size--;
  for (int i = 0; size && names[i]; i++)
    if (strlen(names[i]) == size && memcmp(names[i], text, size) == 0)
      return i;
  return -1;
}
