/**
 * The data format as tables: which elements there are, in which order, with which attributes.
 *
 * mappings/schema/imsmap.rng says the same to editors; a test proves that both agree.
 */
#ifndef IMSI_GRAMMAR_H
#define IMSI_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum imsi_element {
  IMSI_E_NONE_YET, /**< outside the outermost element */
  IMSI_E_IMSMAP,
  IMSI_E_BASIS,
  IMSI_E_FAMILY,
  IMSI_E_EDITION,
  IMSI_E_AMENDMENT,
  IMSI_E_TERM,
  IMSI_E_CLAUSE,
  IMSI_E_PROVISION,
  IMSI_E_GIST,
  IMSI_E_ITEM,
  IMSI_E_DUTY,
  IMSI_E_NOTE,
  IMSI_E_MAPPING_SET,
  IMSI_E_RELATION,
  IMSI_E_COMMON,
  IMSI_E_SOURCE_ONLY,
  IMSI_E_TARGET_ONLY,
  IMSI_E_NONE,
  IMSI_E_GUIDANCE,
  IMSI_E_REVIEW,
  IMSI_E_ACCEPT,
  IMSI_E_DISPUTE,
  IMSI_E_TOPIC,
  IMSI_E_MEMBER,
  IMSI_E_PROFILE,
  IMSI_E_ASPECT,
  IMSI_E_CHECK,
  IMSI_E_SEVERITY,
  IMSI_E_AUDIT_TABLE,
  IMSI_E_BAND,
  IMSI_E_AUDIT_RULE,
  IMSI_E_OVERLAY,
  IMSI_E_TEXT,
  IMSI_E_COUNT
} imsi_element;

typedef enum imsi_attribute {
  IMSI_A_ABILITY_FROM,
  IMSI_A_ABILITY_TO,
  IMSI_A_APPLIES,
  IMSI_A_BASIS,
  IMSI_A_BY,
  IMSI_A_CHECK,
  IMSI_A_CONDITION,
  IMSI_A_CONFIDENCE,
  IMSI_A_DEFAULT,
  IMSI_A_DISCIPLINE,
  IMSI_A_EDITION,
  IMSI_A_ENTRIES,
  IMSI_A_FAMILY,
  IMSI_A_FORCE,
  IMSI_A_FROM,
  IMSI_A_GROUP,
  IMSI_A_HREF,
  IMSI_A_HUB,
  IMSI_A_ID,
  IMSI_A_IN,
  IMSI_A_INTERSECTS,
  IMSI_A_IS,
  IMSI_A_KIND,
  IMSI_A_METHOD,
  IMSI_A_MOVE,
  IMSI_A_NAME,
  IMSI_A_NUMBER,
  IMSI_A_OF,
  IMSI_A_ON,
  IMSI_A_PARENT,
  IMSI_A_PHASE,
  IMSI_A_PROVISIONAL,
  IMSI_A_PROVISIONS,
  IMSI_A_PUBLISHED,
  IMSI_A_RATIONALE,
  IMSI_A_READ_ON,
  IMSI_A_RECORD,
  IMSI_A_REPLACES,
  IMSI_A_SELF_DETERMINED,
  IMSI_A_SET,
  IMSI_A_SEVERITY,
  IMSI_A_SOURCE,
  IMSI_A_SOURCE_DATE,
  IMSI_A_STATUS,
  IMSI_A_STRENGTH,
  IMSI_A_TARGET,
  IMSI_A_TITLE,
  IMSI_A_TO,
  IMSI_A_UNCONFIRMED,
  IMSI_A_UNIT,
  IMSI_A_VALID_UNTIL,
  IMSI_A_VALUE,
  IMSI_A_VERB,
  IMSI_A_VERDICT,
  IMSI_A_VERSION,
  IMSI_A_VOCABULARY,
  IMSI_A_PRINTS,
  IMSI_A_WORDS,
  IMSI_A_COUNT
} imsi_attribute;

typedef enum imsi_value_kind {
  IMSI_V_ID,        /**< no white space, `/` or `#` */
  IMSI_V_REFERENCE, /**< an id, or two with `#` between */
  IMSI_V_TEXT,      /**< not blank */
  IMSI_V_DATE,      /**< YYYY, YYYY-MM or YYYY-MM-DD */
  IMSI_V_STRENGTH,  /**< 0 to 10 */
  IMSI_V_COUNT,     /**< 0 to 1,000,000 */
  IMSI_V_DECIMAL,   /**< 0 to 1,000,000 with at most three decimals; kept in thousandths */
  IMSI_V_SHARE,     /**< 0 to 1 with at most three decimals; kept in thousandths */
  IMSI_V_ONE_OF     /**< a word of `names`; kept as its index */
} imsi_value_kind;

typedef struct imsi_attribute_rule {
  imsi_attribute attribute;
  imsi_value_kind kind;
  bool required;
  const char *const *names; /**< for IMSI_V_ONE_OF: index 0 is "not said", NULL ends it */
} imsi_attribute_rule;

typedef struct imsi_child_rule {
  imsi_element element;
  uint8_t rank; /**< children come in ascending rank */
  bool many;
  bool required;
} imsi_child_rule;

typedef struct imsi_element_rule {
  const char *name;
  const imsi_attribute_rule *attributes;
  size_t attribute_count;
  const imsi_child_rule *children;
  size_t child_count;
  bool text;     /**< holds text instead of elements */
  bool one_side; /**< needs exactly one of `source` and `target` */
} imsi_element_rule;

/** The rule of an element, by imsi_element. */
extern const imsi_element_rule imsi_grammar[IMSI_E_COUNT];

/** The name of an attribute, by imsi_attribute. */
extern const char *const imsi_attribute_names[IMSI_A_COUNT];

/** The values that `kind` allows, in words; NULL for IMSI_V_ONE_OF, where the names say it. */
const char *imsi_value_words(imsi_value_kind kind);

/** True if the `size` bytes at `text` are a value of `kind`; `number` gets its value where it is a number. Not for
    IMSI_V_ONE_OF. */
bool imsi_value_check(imsi_value_kind kind, const char *text, size_t size, int *number);

/** The index of the word in `names`, blanks around it ignored; -1 if it is none of them. */
int imsi_value_one_of(const char *const *names, const char *text, size_t size);

#endif
