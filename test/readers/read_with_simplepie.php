<?php
// Reads documents as SimplePie does: {name: text} on standard input, {name: view} on standard output.
// The first argument is SimplePie's autoloader.php.
error_reporting(0);
require $argv[1];

function view(string $text): array
{
    $feed = new \SimplePie\SimplePie();
    $feed->enable_cache(false);
    $feed->set_raw_data($text);
    $feed->enable_order_by_date(false);
    if (!$feed->init()) {
        $error = $feed->error();
        return ['refused' => strtok(is_array($error) ? implode(' ', $error) : (string) $error, "\n")];
    }
    return [
        'complaint' => null,
        'title' => $feed->get_title(),
        'entries' => array_map(fn ($item) => [
            'id' => $item->get_id(),
            'title' => $item->get_title(),
            'link' => $item->get_permalink(),
            'date' => $item->get_gmdate('Y-m-d\TH:i:s\Z'),
            'author' => $item->get_author() ? ($item->get_author()->get_name() ?? $item->get_author()->get_email()) : null,
            'text' => $item->get_content(),
            'enclosures' => array_values(array_map(
                fn ($one) => $one->get_link() . ' ' . $one->get_type() . ' ' . $one->get_length(),
                array_filter($item->get_enclosures() ?? [], fn ($one) => $one->get_link() !== null)
            )),
        ], $feed->get_items() ?? []),
    ];
}

$documents = json_decode(stream_get_contents(STDIN), true);
echo json_encode(array_map('view', $documents), JSON_INVALID_UTF8_SUBSTITUTE);
