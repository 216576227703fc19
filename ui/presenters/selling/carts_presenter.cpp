// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/carts_presenter.h"

#include "models/settings/modifier_groups.h"

#include <QCoreApplication>

namespace crema::presenters {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::CartsPresenter)
};

QString itemName(const Result<sync::CodeHit> &hit)
{
    const QString options = hit ? hit->hit().variant.optionText() : QString();
    const QString name = hit ? hit->product.product.name : Texts::tr("An item that is no longer in the catalog");
    return options.isEmpty() ? name : name + QLatin1Char(' ') + options;
}

QString lineText(const ParkedLine &line, const QString &name, const QList<ModifierGroup> &groups)
{
    QStringList chosen;
    for (const ModifierId &id : line.modifiers) {
        const std::optional<SaleModifier> modifier = findModifier(groups, id);
        chosen.append(modifier ? modifier->name : Texts::tr("an option that is not offered any more"));
    }
    const QString text = Texts::tr("%1 × %2", "quantity, item").arg(line.quantity.units()).arg(name);
    return chosen.isEmpty() ? text
                            : Texts::tr("%1 (%2)", "item of a parked sale, chosen options")
                                  .arg(text, chosen.join(QStringLiteral(", ")));
}

Result<sync::ParkedCartView> meant(const QList<sync::ParkedCartView> &carts, const QString &word)
{
    QList<sync::ParkedCartView> found;
    for (const sync::ParkedCartView &view : carts) {
        if (view.cart.id.toString() == word)
            return view;
        if (!word.isEmpty() && view.cart.name.compare(word, Qt::CaseInsensitive) == 0)
            found.append(view);
    }
    if (found.isEmpty())
        return failure(ProblemKind::NotFound, QStringLiteral("cart.unknown"),
                       Texts::tr("No sale is parked as “%1”.").arg(word),
                       Texts::tr("crema cart list shows what is parked; name it, or give its id."));
    if (found.size() > 1)
        return failure(ProblemKind::Invalid, QStringLiteral("cart.several"),
                       Texts::tr("Several sales are parked as “%1”.").arg(word),
                       Texts::tr("Give the id that crema cart list shows with --json."));
    return found.first();
}

} // namespace

QCoro::Task<Result<QList<sync::ParkedCartView>>> CartsPresenter::list() const
{
    return m_client.parkedCarts();
}

QCoro::Task<Result<ShownCart>> CartsPresenter::find(QString word) const
{
    sync::Client &client = m_client;
    const auto carts = co_await client.parkedCarts();
    if (!carts)
        co_return failure(carts.error());
    const Result<sync::ParkedCartView> view = meant(*carts, word.trimmed());
    if (!view)
        co_return failure(view.error());
    ShownCart shown{*view, {}};
    const QList<ModifierGroup> groups = modifierGroups(client.state().settings, client.state().currency());
    for (const ParkedLine &line : view->cart.lines) {
        if (line.offCatalog) {
            shown.lines.append(lineText(line, line.offCatalog->name, groups));
            continue;
        }
        const Result<sync::CodeHit> hit = co_await client.findByCode(line.variant.toString());
        shown.lines.append(lineText(line, itemName(hit), groups));
    }
    co_return shown;
}

QCoro::Task<Result<ShownCart>> CartsPresenter::discard(QString word) const
{
    sync::Client &client = m_client;
    const Result<ShownCart> shown = co_await find(word);
    if (!shown)
        co_return failure(shown.error());
    const Result<ParkedCart> discarded = co_await client.discardCart(shown->view.cart.id);
    if (!discarded)
        co_return failure(discarded.error());
    co_return shown;
}

} // namespace crema::presenters
