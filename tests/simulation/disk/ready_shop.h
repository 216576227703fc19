// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/disk/sim_shop.h"

namespace crema::simulation {

/// A shop that may sell at once: its disk is a copy of one that was made before, which costs nothing.
class ReadyShop : public SimShop
{
public:
    explicit ReadyShop(std::uint64_t seed) : SimShop(seed, made().image) { espresso = made().espresso; }

private:
    struct Made {
        DiskImage image;
        VariantId espresso;
    };

    static const Made &made()
    {
        static const Made result = [] {
            SimShop shop(1);
            shop.make();
            return Made{shop.disk.files().image(), shop.espresso};
        }();
        return result;
    }
};

} // namespace crema::simulation
