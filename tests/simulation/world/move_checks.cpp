// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/move_checks.h"

#include <algorithm>

namespace crema::simulation {

bool hasMovesLeft(const Tills &tills, const MemoryState &state)
{
    const auto hasArrived = [&state](RegisterId reg) {
        return std::ranges::any_of(state.epochs,
                                   [reg](const platform::DeviceEpoch &epoch) { return epoch.registerEntry.id == reg; });
    };
    const auto &moves = state.moves;
    return std::any_of(moves.keyValueBegin(), moves.keyValueEnd(), [&](const auto &move) {
        const bool isThere = hasArrived(move.second.registerId);
        return std::none_of(tills.cbegin(), tills.cend(), [&](const auto &reg) {
            const bool isOfDevice = reg->origin().entry.device == move.first;
            const bool isBack = isThere && reg->wasPutBack();
            return isOfDevice &&
                   (reg->isGone() || isBack || reg->isKept() || reg->registerNow() == move.second.registerId);
        });
    });
}

QString objectionToMoves(const Tills &tills, const MemoryState &state, const Counts &counts)
{
    QSet<RegisterId> registers;
    bool isAnyGone = false;
    for (const auto &reg : tills) {
        registers.insert(reg->registerNow().value_or(RegisterId()));
        isAnyGone = isAnyGone || reg->isGone();
    }
    if (hasMovesLeft(tills, state))
        return QStringLiteral("a device was to move and did not");
    // Copies and older stores become registers of their own, and what they had open stays so.
    if (counts.contains("store.cloned") || counts.contains("store.restored") || isAnyGone)
        return {};
    for (const auto &shift : state.shifts) {
        if (shift.value.state == ShiftState::Open && !registers.contains(shift.value.registerId))
            return QStringLiteral("a shift is open at a register that nobody has any more");
    }
    return {};
}

} // namespace crema::simulation
