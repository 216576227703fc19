// SPDX-License-Identifier: GPL-3.0-or-later
// What a scanned code takes back: an article of the sale, or what was in one of its bundles.
#include "ui/presenters/selling/return_presenter.h"

namespace crema {

QCoro::Task<> ReturnPresenter::find(Self self, std::stop_token stop, QString code)
{
    const Result<sync::CodeHit> hit = co_await self->m_desk.findByCode(code);
    if (stop.stop_requested() || !self || self->m_step != ReturnStep::Choosing)
        co_return;
    if (hit)
        self->addVariant(hit->variant);
    else
        self->fail(hit.error());
}

void ReturnPresenter::addVariant(const VariantId &variant)
{
    for (int row = 0; row < m_picks.size(); ++row) {
        const bool isIt = m_sale->sale.sale.lines.at(row).variant == variant;
        if (!isIt || m_picks.at(row).quantity >= m_sale->lines.at(row).left.units())
            continue;
        addToQuantity(row, 1);
        return;
    }
    if (addBundle(variant))
        return;
    fail({ProblemKind::NotFound,
          QStringLiteral("return.not_sold"),
          tr("No more of this can come back of this sale."),
          tr("Look for another receipt of it."),
          {}});
}

/// The code of a bundle was scanned: what is in one of them comes back, as far as it is still out. False where nothing
/// of it is.
bool ReturnPresenter::addBundle(const VariantId &variant)
{
    bool isAny = false;
    for (int row = 0; row < m_picks.size(); ++row) {
        const SaleLine &sold = m_sale->sale.sale.lines.at(row);
        if (!sold.bundle || sold.bundle->variant != variant)
            continue;
        const std::int64_t inOne = sold.quantity.units() / sold.bundle->quantity.units();
        const std::int64_t before = m_picks.at(row).quantity;
        setQuantity(row, before + inOne);
        isAny = isAny || m_picks.at(row).quantity > before;
    }
    return isAny;
}

} // namespace crema
