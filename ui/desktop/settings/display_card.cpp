// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/display_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/text.h"
#include "ui/presenters/till/display_presenter.h"

#include <QLabel>
#include <QVBoxLayout>

namespace crema::desktop {

DisplayCard::DisplayCard(const Theme &theme, DisplayPresenter &presenter, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("displayCard"));
    setProperty("role", QStringLiteral("card"));
    QLabel *title = makeText(theme, QStringLiteral("displayCard.title"), 16, QFont::DemiBold);
    title->setText(tr("Customer display"));
    QLabel *about = makeText(theme, QStringLiteral("displayCard.about"), 14, QFont::Normal, "muted");
    about->setText(tr("Customers see items, total and change, and nothing that is meant for the staff."));
    about->setWordWrap(true);
    auto *places = new ChoiceRow(theme, QStringLiteral("settings.display"), tr("Customer display"));
    const auto add = [places](DisplayPlace place, const QString &text) {
        places->addChoice(displayPlaceText(place), text);
    };
    add(DisplayPlace::Off, tr("Off"));
    add(DisplayPlace::Window, tr("In a window"));
    add(DisplayPlace::SecondScreen, tr("On the second screen"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(about);
    column->addWidget(places);
    connect(places, &ChoiceRow::chosen, &presenter,
            [&presenter](const QString &id) { presenter.setPlace(displayPlaceFromText(id)); });
    const auto showPlace = [places, &presenter] { places->setCurrent(displayPlaceText(presenter.place())); };
    connect(&presenter, &DisplayPresenter::placeChanged, places, showPlace);
    showPlace();
}

} // namespace crema::desktop
