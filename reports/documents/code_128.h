// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace crema::documents {

/// The symbols of a Code 128 (ISO/IEC 15417): pairs of digits in set C where that is shorter, the rest in set B.
/// Nothing for letters beyond blank to tilde, for nothing, and for more than 40.
class Code128
{
public:
    [[nodiscard]] static std::optional<Code128> of(const QByteArray &text);

    /// The data as GS k 73 takes it: `{B` and `{C` choose the set, pairs of digits are one byte, `{` is doubled.
    [[nodiscard]] QByteArray printerData() const { return m_printerData; }
    /// In modules, without the quiet zones of ten at each side.
    [[nodiscard]] int modules() const;
    /// One for a dark module, zero for a light one; modules() of them.
    [[nodiscard]] QByteArray pattern() const;

private:
    enum class Set { B, C };

    void choose(Set set, bool isFirst);

    QByteArray m_printerData;
    QByteArray m_symbols; ///< with start and check
    Set m_set = Set::B;
};

} // namespace crema::documents
