// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/variant.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "tests/simulation/disk/sim_disk.h"
#include "tests/simulation/platform/memory_database.h"

namespace crema::simulation {

/// A register that was enrolled and has read everything, switched off: its disk.
struct TemplateRegister {
    DiskImage disk;
    DiskImage freshDisk; ///< the same before anything was read
    Register entry;
    Location location;
};

/// Where every world begins: a company with three shops and six registers, ten articles, all of it on the platform and
/// on every register. Made once in a process, because that takes longer than a whole world.
struct TemplateWorld {
    MemoryDatabase database;
    QList<TemplateRegister> registers; ///< those of the first shop stand first in each turn: 1, 2, 3, 1, 2, 3
    QList<Variant> variants;
    Person person;

    static const TemplateWorld &instance();
    /// The root of the disk of this register; files keep their names, so a copy is used under the same root.
    [[nodiscard]] static QString rootOf(int number) { return QStringLiteral("/till-%1").arg(number); }
};

} // namespace crema::simulation
