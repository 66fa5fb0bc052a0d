/** What a reader hands to the builder: symbols instead of strings, names instead of handles. */
#ifndef IMSI_RAW_H
#define IMSI_RAW_H

#include "base/intern.h"
#include "ims/model.h"

#include <stdbool.h>
#include <stdint.h>

/** A place in a file that the builder knows. */
typedef struct imsi_place {
  uint32_t file;
  uint32_t line;
  uint32_t column;
} imsi_place;

/** The head of something with an id of its own that a later layer may replace. */
typedef struct imsi_unit {
  imsi_symbol id;
  imsi_symbol text; /**< its gist */
  imsi_symbol note; /**< its notes as one text */
  uint32_t layer;   /**< set by the builder */
  imsi_place place;
} imsi_unit;

/** What has such a head, and the record that begins with it. */
typedef enum imsi_unit_kind {
  IMSI_UNIT_BASIS,    /**< imsi_raw_basis */
  IMSI_UNIT_FAMILY,   /**< imsi_raw_family */
  IMSI_UNIT_EDITION,  /**< imsi_raw_edition */
  IMSI_UNIT_MAPPING,  /**< imsi_raw_mapping */
  IMSI_UNIT_TOPIC,    /**< imsi_raw_topic */
  IMSI_UNIT_PROFILE,  /**< imsi_raw_profile */
  IMSI_UNIT_CHECK,    /**< imsi_raw_check */
  IMSI_UNIT_SEVERITY, /**< imsi_raw_severity; its id is that of the check */
  IMSI_UNIT_TABLE,    /**< imsi_raw_audit_table */
  IMSI_UNIT_RULE,     /**< imsi_raw_audit_rule */
  IMSI_UNIT_COUNT
} imsi_unit_kind;

typedef struct imsi_raw_edition {
  imsi_unit unit;
  imsi_symbol name, family, title, discipline, published, valid_until, replaces, vocabulary, prints, basis;
  uint8_t kind, status; /**< ims_edition_kind, ims_edition_status */
  bool is_default, is_hub, provisional;
  uint32_t first, count; /**< set by the builder */
} imsi_raw_edition;

typedef struct imsi_raw_node {
  uint32_t edition;           /**< the builder's index */
  uint32_t parent;            /**< for a clause: the symbol of the parent's number until the edition ends, 0 for none */
  uint32_t child, next, twin; /**< set by the builder */
  imsi_symbol name;           /**< inside the edition: `4.1`, `4.1#a`, `term:incident` */
  imsi_symbol text;
  imsi_symbol condition;
  imsi_symbol label, number; /**< of a term: what it is called, and its number */
  imsi_symbol basis;
  imsi_place place;
  int16_t confidence; /**< thousandths, -1 if not said */
  uint8_t kind, force, unconfirmed, applies, phase, method, record, standing;
  bool whole;
  bool empty;  /**< set by the builder: a whole clause without demands, sub-clauses included */
  bool hidden; /**< set by the builder: a duplicate, or in an edition that was replaced */
} imsi_raw_node;

typedef struct imsi_raw_mapping {
  imsi_unit unit;
  imsi_symbol source, target; /**< ids of editions */
  imsi_symbol basis;          /**< of rows that name none */
  bool loose;
} imsi_raw_mapping;

typedef struct imsi_raw_row {
  uint32_t mapping; /**< the builder's index */
  uint32_t source;  /**< symbol of the name until the model is finished, then the node; IMS_NO_NODE for a verdict */
  uint32_t target;
  imsi_symbol basis;
  uint32_t texts; /**< index of an imsi_raw_row_text, UINT32_MAX if the row says nothing in words */
  imsi_place place;
  int16_t confidence;
  int8_t strength;
  uint8_t relation, rationale, method, record, standing, move;
} imsi_raw_row;

typedef struct imsi_raw_row_text {
  imsi_symbol common, source_only, target_only, note;
  imsi_symbol review; /**< who accepted or disputed the row, and when; set by the builder */
} imsi_raw_row_text;

typedef enum imsi_owner { IMSI_OWNER_EDITION, IMSI_OWNER_NODE } imsi_owner;

typedef struct imsi_raw_note {
  uint32_t owner;
  imsi_symbol text;
  imsi_place place;
} imsi_raw_note;

typedef struct imsi_raw_duty {
  uint32_t node, item; /* item: IMS_NO_NODE for none */
  imsi_symbol text, condition, basis;
  uint8_t kind, verb;
  bool self_determined, unconfirmed, in_soa;
  imsi_place place;
} imsi_raw_duty;

typedef struct imsi_raw_amendment {
  uint32_t edition;
  imsi_symbol id, published, basis, note;
  imsi_place place;
} imsi_raw_amendment;

typedef struct imsi_raw_family {
  imsi_unit unit;
  imsi_symbol name, title;
} imsi_raw_family;

typedef struct imsi_raw_basis {
  imsi_unit unit;
  imsi_symbol title, href, read_on;
} imsi_raw_basis;

/** Who says something that no node and no row says, and how sure that is. */
typedef struct imsi_raw_standing {
  imsi_symbol basis;
  int16_t confidence; /**< thousandths, -1 if not said */
  uint8_t standing;
} imsi_raw_standing;

typedef struct imsi_raw_topic {
  imsi_unit unit;
  imsi_raw_standing said;
  imsi_symbol title, words;
  uint8_t verdict;
} imsi_raw_topic;

/** The id of its unit is that of its edition. */
typedef struct imsi_raw_profile {
  imsi_unit unit;
  imsi_raw_standing said;
} imsi_raw_profile;

typedef struct imsi_raw_check {
  imsi_unit unit;
  imsi_raw_standing said;
  imsi_symbol title, group;
  uint8_t severity; /**< ims_check_severity */
} imsi_raw_check;

typedef struct imsi_raw_severity {
  imsi_unit unit;
  uint8_t severity; /**< ims_check_severity */
} imsi_raw_severity;

typedef struct imsi_raw_audit_table {
  imsi_unit unit;
  imsi_raw_standing said;
  imsi_symbol title, edition, source_date;
  uint8_t kind, measure; /**< ims_audit_table_kind, ims_audit_unit */
} imsi_raw_audit_table;

typedef struct imsi_raw_audit_rule {
  imsi_unit unit;
  imsi_raw_standing said;
  int32_t value; /**< thousandths */
  uint8_t measure;
} imsi_raw_audit_rule;

/** A reference to a node from outside a mapping: a member of a topic or check, or a text laid over. */
typedef struct imsi_raw_link {
  uint32_t owner;                  /**< unused for an overlay */
  imsi_symbol edition, name, text; /**< of a member the text are its words */
  imsi_place place;
} imsi_raw_link;

typedef struct imsi_raw_aspect {
  uint32_t owner;
  imsi_raw_standing said;
  imsi_symbol text;
  uint8_t name; /**< ims_aspect_name */
  imsi_place place;
} imsi_raw_aspect;

/** Numbers that are not said are -1. */
typedef struct imsi_raw_band {
  uint32_t owner;
  int32_t from, to, ability_from, ability_to;
  int32_t value; /**< thousandths */
  imsi_place place;
} imsi_raw_band;

/** What somebody who read a row thinks of it. Rows are named as in the file that is reviewed. */
typedef struct imsi_raw_decision {
  uint32_t owner; /**< index of the review, imsi_raw_review */
  imsi_symbol mapping, source, target, comment;
  uint8_t relation; /**< as in imsi_raw_row */
  bool accepted;
  imsi_place place;
} imsi_raw_decision;

typedef struct imsi_raw_review {
  imsi_symbol by, on;
} imsi_raw_review;

/** Parts of units: each begins with its owner, the index of the unit among those of its kind. */
typedef enum imsi_part_kind {
  IMSI_PART_TOPIC_MEMBER, /**< imsi_raw_link */
  IMSI_PART_CHECK_MEMBER, /**< imsi_raw_link */
  IMSI_PART_ASPECT,       /**< imsi_raw_aspect, of a profile */
  IMSI_PART_BAND,         /**< imsi_raw_band, of an audit table */
  IMSI_PART_COUNT
} imsi_part_kind;

#endif
