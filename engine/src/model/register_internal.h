/** What a register is made of: shared by its builder and by the functions that read it. */
#ifndef IMSI_REGISTER_INTERNAL_H
#define IMSI_REGISTER_INTERNAL_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/vec.h"
#include "ims/register.h"

/** What a field of an entry says. */
typedef struct imsi_held_value {
  imsi_symbol text;
  int32_t number; /**< a day, a number, a word, by the kind of the field; of a list the number of its parts */
  uint32_t part;  /**< of a list: its first part in `parts` */
  uint32_t line;
  uint32_t column;
  uint8_t field;
} imsi_held_value;

typedef struct imsi_held_entry {
  uint32_t sheet;
  uint32_t line, column;
  uint32_t value, value_count; /**< in `values` */
  uint32_t claim, claim_count; /**< in `claims` */
  ims_systems systems;
  uint8_t kind;
  bool names_systems;
} imsi_held_entry;

struct ims_register {
  const ims_model *model;
  imsi_intern texts;
  imsi_arena arena;                       /**< arrays of columns */
  imsi_vec sheets;                        /**< of ims_sheet */
  imsi_vec problems;                      /**< of ims_problem */
  imsi_vec entries;                       /**< of imsi_held_entry, as they were read */
  imsi_vec values;                        /**< of imsi_held_value, those of an entry together */
  imsi_vec parts;                         /**< of const char *: of lists */
  imsi_vec systems;                       /**< of ims_system */
  imsi_vec claims;                        /**< of ims_claim, those of an entry together, in the order of entries */
  imsi_vec by_kind[IMS_ENTRY_KIND_COUNT]; /**< of uint32_t: entries */
  imsi_vec by_id[IMS_ENTRY_KIND_COUNT];   /**< of uint32_t: entries, by folded id */
  imsi_vec folded;                        /**< of const char *: the folded id of each entry */
  imsi_vec by_node;                       /**< of uint32_t: claims with a node, by node, then as they were read */
};

/** The value of a field of an entry; NULL if it says nothing. */
const imsi_held_value *imsi_register_value_of(const ims_register *evidence, uint32_t entry, ims_field field);

#endif
