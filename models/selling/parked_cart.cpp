// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/parked_cart.h"

#include "models/base/enum_names.h"
#include "models/feed/selling_limits.h"
#include "models/text/plain_text.h"

#include <QCoreApplication>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::ParkedCart)
};

constexpr std::array stateNames{
    EnumName<CartState>{CartState::Parked, u"parked"},
    EnumName<CartState>{CartState::Taken, u"taken"},
    EnumName<CartState>{CartState::Discarded, u"discarded"},
};

Problem unfitText(const QString &field)
{
    const QString message = Texts::tr("This text is too long, or has letters that cannot be printed.");
    return {
        ProblemKind::Invalid, QStringLiteral("cart.text"), message, Texts::tr("Type it shorter."), {{field, message}}};
}

} // namespace

QString cartStateText(CartState state)
{
    return enumText(stateNames, state);
}

std::optional<CartState> cartStateFromText(QStringView text)
{
    return enumFromText<CartState>(stateNames, text);
}

ParkedCart endedCart(const ParkedCart &cart, CartState state, const CartEnd &end)
{
    ParkedCart ended;
    ended.id = cart.id;
    ended.location = cart.location;
    ended.registerId = cart.registerId;
    ended.by = cart.by;
    ended.at = cart.at;
    ended.state = state;
    ended.end = end;
    return ended;
}

Result<ParkedCart> checkedCart(const ParkedCart &cart)
{
    if (cart.lines.isEmpty())
        return failure(ProblemKind::Invalid, QStringLiteral("cart.empty"), Texts::tr("An empty cart is not parked."),
                       Texts::tr("Ring something up first."));
    if (cart.lines.size() > ParkedCart::mostLines)
        return failure(ProblemKind::Invalid, QStringLiteral("cart.full"), Texts::tr("This cart has too many lines."),
                       Texts::tr("Finish it as several sales."));
    ParkedCart checked = cart;
    checked.name = cart.name.simplified();
    checked.note = cart.note.trimmed();
    checked.customerNote = cart.customerNote.trimmed();
    if (!checked.customer)
        checked.points = 0; // they are those of somebody
    if (checked.name.size() > ParkedCart::longestName || !isPlainText(checked.name, Lines::Many))
        return failure(unfitText(QStringLiteral("name")));
    if (!codec::isNote(checked.note))
        return failure(unfitText(QStringLiteral("note")));
    if (!codec::isNote(checked.customerNote))
        return failure(unfitText(QStringLiteral("customer_note")));
    for (ParkedLine &line : checked.lines) {
        line.note = line.note.trimmed();
        if (!codec::isNote(line.note))
            return failure(unfitText(QStringLiteral("note")));
    }
    return checked;
}

} // namespace crema
