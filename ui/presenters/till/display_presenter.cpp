// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/display_presenter.h"

#include "models/base/enum_names.h"

namespace crema {

namespace {

constexpr std::array placeNames{
    EnumName<DisplayPlace>{DisplayPlace::Off, u"off"},
    EnumName<DisplayPlace>{DisplayPlace::Window, u"window"},
    EnumName<DisplayPlace>{DisplayPlace::SecondScreen, u"second-screen"},
};

const QString placeKey = QStringLiteral("display.place");

} // namespace

QString displayPlaceText(DisplayPlace place)
{
    return enumText(placeNames, place);
}

DisplayPlace displayPlaceFromText(QStringView text)
{
    return enumFromText<DisplayPlace>(placeNames, text).value_or(DisplayPlace::Off);
}

DisplayPresenter::DisplayPresenter(TillPresenter &till, LockPresenter &lock, Preferences &preferences, QObject *parent)
    : QObject(parent), m_till(till), m_lock(lock), m_preferences(preferences),
      m_place(displayPlaceFromText(preferences.value(placeKey)))
{
    connect(&till, &TillPresenter::cartChanged, this, &DisplayPresenter::show);
    connect(&till, &TillPresenter::modeChanged, this, &DisplayPresenter::show);
    connect(&till, &TillPresenter::paymentChanged, this, &DisplayPresenter::show);
    connect(&till, &TillPresenter::headerChanged, this, &DisplayPresenter::show);
    connect(&lock, &LockPresenter::modeChanged, this, &DisplayPresenter::show);
    show();
}

void DisplayPresenter::setPlace(DisplayPlace place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_preferences.setValue(placeKey, displayPlaceText(place));
    Q_EMIT placeChanged();
}

void DisplayPresenter::showCode(const QString &text, const QString &label)
{
    m_code = text;
    m_codeLabel = text.isEmpty() ? QString() : label;
    show();
}

void DisplayPresenter::show()
{
    DisplayView view;
    view.businessName = m_till.header().businessName;
    if (m_till.isTraining())
        view.trainingText = tr("TRAINING: this is no sale");
    const TillMode mode = m_till.mode();
    const bool isOpen = mode == TillMode::ChangeDue || (mode >= TillMode::Selling && !m_till.sale().isEmpty());
    if (isOpen && !m_lock.isCovering()) {
        const TotalsView &totals = m_till.totals();
        view.face = mode == TillMode::ChangeDue ? DisplayView::Face::Change : DisplayView::Face::Sale;
        for (const CartLineView &line : m_till.lines())
            view.lines.append({line.name, line.quantityText, line.totalText, line.chosen,
                               line.parts.join(QStringLiteral(", "))});
        view.rows = totals.rows;
        for (const CouponChip &chip : totals.coupons)
            view.rows.append({tr("Coupon %1").arg(chip.code), chip.effectText});
        view.totalLabel = totals.label;
        view.totalText = totals.totalText;
        if (mode == TillMode::Paying) {
            for (const TakenTender &taken : m_till.payment().taken)
                view.rows.append({taken.text, taken.amountText});
            if (!m_till.payment().taken.isEmpty()) {
                view.totalLabel = tr("Still to pay");
                view.totalText = m_till.payment().dueText;
            }
        }
        if (mode == TillMode::ChangeDue) {
            view.paidText = m_till.change().paidText;
            // What is paid back is the total, and no change.
            const bool isChange = m_till.change().hasChange && !m_till.change().isPayBack;
            view.changeText = isChange ? m_till.change().changeText : QString();
        }
        view.codeText = m_code;
        view.codeLabel = m_codeLabel;
        // What is to be paid now goes before what was shown beside the sale.
        const std::optional<OnlinePaymentView> &online = m_till.payment().online;
        if (mode == TillMode::Paying && online && !online->codeText.isEmpty()) {
            view.codeText = online->codeText;
            view.codeLabel = tr("Scan to pay %1").arg(online->amountText);
        }
    } else if (!isOpen) {
        m_code.clear();
        m_codeLabel.clear();
    }
    if (view == m_view)
        return;
    m_view = view;
    Q_EMIT viewChanged();
}

} // namespace crema
