// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers/customer.h"

#include "models/text/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {
namespace {

void checkText(QList<FieldProblem> &problems, const QString &field, const QString &text, qsizetype maximum,
               Lines lines = Lines::One)
{
    if (text.size() > maximum) {
        problems.append(
            {field,
             QCoreApplication::translate("crema::Customer", "The text may have at most %1 characters.").arg(maximum)});
    } else if (!isPlainText(text, lines)) {
        problems.append({field, QCoreApplication::translate("crema::Customer",
                                                            "The text holds characters that cannot be printed.")});
    }
}

} // namespace

QString cardKey(QStringView card)
{
    const QStringView text = card.trimmed();
    const bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isGtin = isNumber && (text.size() == 8 || (text.size() >= 12 && text.size() <= 14));
    return isGtin ? text.toString().rightJustified(14, u'0') : text.toString().toUpper();
}

Result<Customer> checkedCustomer(const Customer &customer)
{
    QList<FieldProblem> problems;
    if (customer.name.trimmed().isEmpty())
        problems.append(
            {QStringLiteral("name"), QCoreApplication::translate("crema::Customer", "A customer needs a name.")});
    checkText(problems, QStringLiteral("name"), customer.name, 200);
    checkText(problems, QStringLiteral("email"), customer.email, 254);
    checkText(problems, QStringLiteral("phone"), customer.phone, 40);
    checkText(problems, QStringLiteral("tax_id"), customer.taxId, 40);
    checkText(problems, QStringLiteral("group"), customer.group, 60);
    checkText(problems, QStringLiteral("card"), customer.card, 64);
    checkText(problems, QStringLiteral("notes"), customer.notes, 4000, Lines::Many);
    if (!customer.email.isEmpty() && !customer.email.contains(u'@')) {
        problems.append({QStringLiteral("email"),
                         QCoreApplication::translate("crema::Customer", "An e-mail address has an @ in it.")});
    }
    if (problems.isEmpty())
        return customer;
    return failure(ProblemKind::Invalid, QStringLiteral("customer.rules"),
                   QCoreApplication::translate("crema::Customer", "The customer cannot be kept as it is."),
                   QCoreApplication::translate("crema::Customer", "Correct the named fields."), problems);
}

} // namespace crema
