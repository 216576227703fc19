// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace crema {

/// What is printed on a product: a GTIN in any of its lengths, or a code of the shop's own.
/// Two spellings of one GTIN are equal: an UPC-A is an EAN-13 with a leading zero (GS1 General Specifications 3.3).
class Barcode
{
public:
    enum class Kind { Gtin, Code };

    /// Reads 8, 12, 13 or 14 digits with a good check digit as a GTIN, and 1 to 80 other printable ASCII characters as
    /// a code of the shop's own. Errors: `barcode.empty`, `barcode.too_long`, `barcode.characters`,
    /// `barcode.check_digit` (the message names the digit that would be right).
    [[nodiscard]] static Result<Barcode> parse(QStringView text);

    /// Reads the 6, 7 or 8 digits of a UPC-E and expands it to the GTIN it stands for.
    /// Errors: `barcode.upc_e`, `barcode.check_digit`.
    [[nodiscard]] static Result<Barcode> parseUpcE(QStringView text);

    [[nodiscard]] Kind kind() const { return m_kind; }

    /// What is stored and compared: 14 digits of a GTIN (padded with zeros), or the code as it is.
    [[nodiscard]] const QString &normalised() const { return m_normalised; }

    /// As people know it: a GTIN without the padding, at least 8 digits, as 8, 12→13 or 14 digits.
    [[nodiscard]] QString display() const;

    friend bool operator==(const Barcode &, const Barcode &) = default;

private:
    Barcode(Kind kind, QString normalised) : m_kind(kind), m_normalised(std::move(normalised)) {}

    Kind m_kind;
    QString m_normalised;
};

/// The GS1 check digit of these digits, which do not hold one yet: weights 3 and 1 from the right.
[[nodiscard]] int gtinCheckDigit(QStringView digits);

} // namespace crema
